import type { ProblemCode } from './problem.ts'
import { capital, fact, type ProblemWords, peerPlace, quote } from './problem-words.ts'

/** What answered: not an engine, something before it, or the engine with a refusal. */
export const replyWords = {
  'not-docker': {
    title: 'What answers is not a container engine',
    message: (facts) =>
      facts.location
        ? `${peerPlace(facts, 'The other side')} sends its callers on to ${facts.location}, which no engine does.`
        : `${peerPlace(facts, 'The other side')} answers, but not as an engine does.${quote(facts, 'It says')}`,
    advice: 'Check the address and the port: a web server, a router or a login page may stand there.',
  },
  'garbled-reply': {
    title: 'The answer cannot be read',
    message: (facts) =>
      `${peerPlace(facts, 'The other side')} answered with something that cannot be read as an engine's reply.`,
    advice: 'Try again. If it comes back, something between here and the engine changes the answer.',
  },
  'body-too-large': {
    title: 'The answer is too large',
    message: (facts) =>
      `${peerPlace(facts, 'The other side')} sent more than ${mebibytes(facts.limit)}, which is more than Gangway takes.`,
    advice: 'Check that an engine stands there. An engine with this many objects needs some of them pruned.',
  },
  'wrong-protocol': {
    title: 'The server speaks another protocol',
    message: (facts) =>
      `${peerPlace(facts, 'The other side')} answers, but not with HTTP: SSH or a database may listen there.`,
    advice: 'Check the port. For an engine behind SSH, use an ssh:// address.',
  },
  'wrong-prefix': {
    title: 'The server has no engine at this path',
    message: (facts) => `${peerPlace(facts, 'The other side')} answers, but does not know the path of the Engine API.`,
    advice: 'Check the address. If a proxy stands before the engine, it must pass the path on unchanged.',
  },
  'upgrade-refused': {
    title: 'The connection cannot be made interactive',
    message: (facts) => `${peerPlace(facts, 'The other side')} answered, but did not switch the connection over.`,
    advice: 'A proxy before the engine must pass the headers Connection and Upgrade on.',
  },
  'upstream-down': {
    title: 'The proxy cannot reach the engine behind it',
    message: (facts) =>
      `A proxy at ${peerPlace(facts, 'this address')} answers in the engine's place${status(facts.statusCode)}.`,
    advice: 'Start the engine on that server, or correct the address that the proxy has for it.',
  },
  'proxy-auth': {
    title: 'A proxy in between wants a login',
    message: (facts) =>
      `A proxy on the way to ${peerPlace(facts, 'the engine')} wants a login first${status(facts.statusCode)}.`,
    advice: "Sign in to the network or the proxy, or take the engine's address out of it.",
  },
  unauthorized: {
    title: 'The server wants a login',
    message: (facts) =>
      `${peerPlace(facts, 'The other side')} wants a login before it answers${status(facts.statusCode)}.`,
    advice: 'Engines know no passwords: a proxy stands before this one. Use the way in that its administrator offers.',
  },
  'socket-proxy-denied': {
    title: 'The socket proxy does not allow this',
    message: (facts) =>
      `A proxy at ${peerPlace(facts, 'this address')} allows only some requests to the engine, and not this one.`,
    advice: 'Ask who runs the socket proxy to allow it, or do without what needs it.',
  },
  'authz-denied': {
    title: 'An authorization plugin of the engine says no',
    message: (facts) =>
      `The plugin ${fact(facts, 'plugin', 'of the engine')} does not allow this.${quote(facts, 'It says')}`,
    advice: 'Ask who administers the engine: the plugin follows their rules.',
  },
  'authz-plugin-error': {
    title: 'An authorization plugin of the engine fails',
    message: (facts) =>
      `The engine asks the plugin ${fact(facts, 'plugin', 'for authorization')}, and it fails.${quote(facts, 'The engine says')}`,
    advice: "Start or repair the plugin on the engine's machine: without it the engine refuses everybody.",
  },
  'engine-refused': {
    title: 'The engine does not allow this',
    message: (facts) => `The engine refuses the request.${quote(facts, 'It says')}`,
    advice: 'The engine protects this object, or its settings forbid the action.',
  },
  'api-client-too-old': {
    title: 'The engine wants a newer API than was used',
    message: (facts) =>
      facts.engine === undefined
        ? 'This engine takes only a newer version of its API than the one that was used.'
        : `This engine takes API ${facts.engine} or newer; it was spoken to in ${fact(facts, 'client', 'an older one')}.`,
    advice: 'Update Gangway.',
  },
  'api-client-too-new': {
    title: 'The engine is too old',
    message: (facts) =>
      facts.engine === undefined
        ? 'This engine speaks only older versions of its API than Gangway needs.'
        : `This engine speaks API ${facts.engine} at most; Gangway needs ${fact(facts, 'needed', fact(facts, 'client', 'a newer one'))}.`,
    advice: 'Update the engine.',
  },
  'bad-request': {
    title: 'The engine does not accept the request',
    message: (facts) => `The engine calls the request wrong.${quote(facts, 'It says')}`,
    advice: 'Change what was asked for. If Gangway made it up by itself, this is a bug to report.',
  },
  'bad-request-as-500': {
    title: 'The engine does not understand the request',
    message: (facts) => `The engine failed at a value in the request.${quote(facts, 'It says')}`,
    advice: 'Change what was asked for. If Gangway made it up by itself, this is a bug to report.',
  },
  'not-found': {
    title: 'This does not exist any more',
    message: (facts) =>
      `${capital(fact(facts, 'what', 'the object'))} ${fact(facts, 'id', 'that was asked for')} does not exist.${quote(facts, 'The engine says')}`,
    advice: 'It may have been removed just now: look at the list again.',
  },
  conflict: {
    title: 'The state of the object does not allow this',
    message: (facts) => `The engine refuses the request because of the state of the object.${quote(facts, 'It says')}`,
    advice: 'Look at its state again, then repeat what still makes sense.',
  },
  'not-swarm-manager': {
    title: 'This engine is not a swarm manager',
    message: () => 'The engine works, but services, nodes and secrets are for swarm managers only.',
    advice: 'Nothing is broken. To see services, use a server that is a manager of the swarm.',
  },
  'unsupported-by-engine': {
    title: 'This engine does not offer that',
    message: (facts) => `The engine does not offer what was asked for.${quote(facts, 'It says')}`,
    advice: 'Do without it here, or use an engine that has it.',
  },
  'unsupported-by-podman': {
    title: 'Podman does not offer that',
    message: (facts) =>
      `This engine is Podman, which does not have this part of Docker's API.${quote(facts, 'It says')}`,
    advice: 'Nothing is broken. Use a Docker engine for what needs it.',
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>

function mebibytes(limit: string | number | boolean | undefined): string {
  return typeof limit === 'number' ? `${Math.round(limit / 1024 / 102.4) / 10} MiB` : 'the limit'
}

function status(code: string | number | boolean | undefined): string {
  return code === undefined ? '' : `, with status ${code}`
}
