import type { ProblemCode } from './problem.ts'
import { because, fact, type ProblemWords, quote, sentence } from './problem-words.ts'

/** What Gangway itself refuses, lacks or does not understand. */
export const ownWords = {
  'config-invalid': {
    title: "The engine's address is not valid",
    message: (facts) => {
      const value = fact(facts, 'value', fact(facts, 'address', fact(facts, 'host', '')))
      return `${value === '' ? 'The address' : `“${value}”`} cannot be used to reach an engine${because(facts)}.`
    },
    advice: 'Correct where it is set: DOCKER_HOST, the docker context, or the address typed in.',
  },
  'config-json-broken': {
    title: "Docker's configuration file cannot be read",
    message: (facts) => sentence(facts, 'The file that says which docker context is chosen cannot be read'),
    advice: 'Repair config.json in the .docker folder; keep a copy of it first.',
  },
  'context-missing': {
    title: 'The chosen docker context does not exist',
    message: (facts) => sentence(facts, 'The docker context that is chosen does not exist here'),
    advice: 'Choose another with docker context use, or unset DOCKER_CONTEXT.',
  },
  'context-broken': {
    title: 'The chosen docker context is broken',
    message: (facts) => sentence(facts, 'The definition of the chosen docker context cannot be read'),
    advice: 'Remove it with docker context rm -f, and create it anew.',
  },
  'transport-unavailable': {
    title: 'Gangway cannot open connections of this kind yet',
    message: (facts) => `This version of Gangway does not open ${fact(facts, 'transport', 'such')} connections.`,
    advice: "Use an engine on this machine, or forward the other engine's socket to a path here with ssh -L.",
  },
  'client-fd-exhausted': {
    title: 'Gangway has too many files open',
    message: (facts) => `The system gives this process no more open files (${fact(facts, 'code', 'EMFILE')}).`,
    advice: 'Restart Gangway, and report this: it is a bug here, unless the whole system has run out.',
  },
  disabled: {
    title: 'Engine access is switched off',
    message: (facts) =>
      facts.by === 'environment'
        ? 'GANGWAY_DOCKER_ENABLED is set to false, so no engine is contacted.'
        : 'Engine access is switched off in the settings, so no engine is contacted.',
    advice: 'Switch it on where it was switched off: in the environment, or in the settings.',
  },
  'invalid-request': {
    title: 'The request is not valid',
    message: (facts) => `What was sent for ${fact(facts, 'name', 'this request')} is not valid${because(facts)}.`,
    advice: 'Correct what was typed. If it came from the window, this is a bug to report.',
  },
  refused: {
    title: 'Gangway refuses this request',
    message: (facts) => `The request was refused before it reached an engine${because(facts)}.`,
    advice: 'Reload the window and try again.',
  },
  'unknown-source': {
    title: 'There is no such source',
    message: (facts) => `${fact(facts, 'source', 'What was named')} is neither this machine nor a saved server.`,
    advice: 'Choose a source from the list: the server may have been removed.',
  },
  'unknown-call': {
    title: 'There is no such request',
    message: (facts) => `Gangway does not know a request named ${fact(facts, 'name', 'like this')}.`,
    advice: 'Reload the window: it may be older than the app.',
  },
  cancelled: {
    title: 'The request was cancelled',
    message: () => 'The request was cancelled before an answer came.',
    advice: 'Nothing is wrong. Repeat it if it is still needed.',
  },
  unexpected: {
    title: 'Something unexpected went wrong',
    message: (facts) =>
      facts.statusCode === undefined
        ? `The failure is of a kind that Gangway does not know.${quote(facts, 'It says')}`
        : `The engine failed at the request, with status ${facts.statusCode}.${quote(facts, 'It says')}`,
    advice: 'Try again. If it comes back, copy the report: it is a bug in Gangway or in the engine.',
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>
