import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const unix: ProblemContext = { transport: 'unix' }
const tcp: ProblemContext = { transport: 'tcp' }

/** A reply as docker-modem throws it: the status and the text; the headers are lost. */
function reply(statusCode: number, json: object | string) {
  return { name: 'Error', message: `(HTTP code ${statusCode}) unexpected`, statusCode, json }
}

function onStatus(...codes: number[]) {
  return ({ statusCode }: Evidence) => statusCode !== null && codes.includes(statusCode)
}

/** Docker words a path it does not have as `page not found`, as JSON or as Go's plain text. */
function isPageNotFound({ statusCode, bodyMessage, body }: Evidence): boolean {
  return statusCode === 404 && /^(404 )?page not found$/i.test((bodyMessage || body).trim())
}

function isMissingInPodman(evidence: Evidence, { transport, engine }: ProblemContext): boolean {
  if (evidence.statusCode !== 404) return false
  if (evidence.bodyFormat === 'json')
    return evidence.podmanShape && /is not supported|^not found$/i.test(evidence.bodyMessage)
  // The words of any web server; on this machine's socket, or from an engine that said it is Podman, they are Podman's.
  return (transport === 'unix' || engine === 'podman') && evidence.body.trim() === 'Not Found'
}

function blamesTheCaller({ bodyMessage }: Evidence): boolean {
  return /strconv\.|invalid syntax|invalid character|cannot unmarshal|failed to parse|invalid filter|unknown filter/i.test(
    bodyMessage,
  )
}

function isJson({ bodyFormat }: Evidence): boolean {
  return bodyFormat === 'json'
}

/** Not an engine's form: engines answer errors as JSON, and a few of Go's own as one line of text. */
function isPage({ bodyFormat }: Evidence): boolean {
  return bodyFormat === 'html' || bodyFormat === 'empty' || bodyFormat === 'none'
}

/** Replies with a status that is an error, from what is most particular to what is most general. */
export const replyRules: Rule[] = [
  {
    // Go, nginx and Apache, in this order.
    code: 'plaintext-to-tls',
    when: ({ statusCode, body }) =>
      statusCode === 400 &&
      /HTTP request to an HTTPS server|plain HTTP request was sent to HTTPS port|plain HTTP to an SSL-enabled/i.test(
        body,
      ),
    example: { thrown: reply(400, 'Client sent an HTTP request to an HTTPS server.\n'), context: tcp },
  },
  {
    code: 'tls-client-cert-required',
    when: ({ statusCode, body }) => statusCode === 400 && /No required SSL certificate was sent/i.test(body),
    example: {
      thrown: reply(400, '<html>\r\n<head><title>400 No required SSL certificate was sent</title></head></html>\r\n'),
      context: { transport: 'tls' },
    },
  },
  {
    code: 'tls-client-cert-rejected',
    when: ({ statusCode, body }) => statusCode === 400 && /The SSL certificate error/i.test(body),
    example: {
      thrown: reply(400, '<html>\r\n<head><title>400 The SSL certificate error</title></head></html>\r\n'),
      context: { transport: 'tls' },
    },
  },
  {
    code: 'api-client-too-new',
    when: ({ bodyMessage }) => /client version \S+ is too new/.test(bodyMessage),
    facts: ({ bodyMessage }) => versionFacts(bodyMessage, /client version (\S+) .*API version is ([\d.]*\d)/),
    example: {
      thrown: reply(400, { message: 'client version 1.99 is too new. Maximum supported API version is 1.41' }),
      context: unix,
    },
  },
  {
    code: 'api-client-too-old',
    when: ({ bodyMessage }) => /client version \S+ is too old/.test(bodyMessage),
    facts: ({ bodyMessage }) => versionFacts(bodyMessage, /client version (\S+) .*API version is ([\d.]*\d)/),
    example: {
      thrown: reply(400, {
        message:
          'client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version',
      }),
      context: tcp,
    },
  },
  {
    // An empty reason: the plugin failed at its decision, rather than saying no.
    code: 'authz-plugin-error',
    when: ({ bodyMessage }) =>
      /authorization denied by plugin [^:]*:\s*$/.test(bodyMessage) || /plugin \S+ failed with error/.test(bodyMessage),
    facts: pluginFacts,
    example: { thrown: reply(403, { message: 'authorization denied by plugin gatekeeper: ' }), context: unix },
  },
  {
    code: 'authz-denied',
    when: ({ bodyMessage }) => bodyMessage.includes('authorization denied by plugin'),
    facts: pluginFacts,
    example: {
      thrown: reply(403, { message: 'authorization denied by plugin gatekeeper: read-only user' }),
      context: unix,
    },
  },
  {
    code: 'not-swarm-manager',
    when: ({ statusCode, bodyMessage }) =>
      statusCode !== null && /not (a swarm manager|part of a swarm)/i.test(bodyMessage),
    example: {
      thrown: reply(503, {
        message:
          'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
      }),
      context: unix,
    },
  },
  {
    code: 'unauthorized',
    when: onStatus(401),
    example: { thrown: reply(401, '<html><h1>401 Authorization Required</h1></html>'), context: tcp },
  },
  {
    // 511 is a captive portal's.
    code: 'proxy-auth',
    when: onStatus(407, 511),
    example: { thrown: reply(407, '<h1>407</h1>'), context: tcp },
  },
  {
    code: 'engine-refused',
    when: (evidence) => evidence.statusCode === 403 && isJson(evidence),
    example: {
      thrown: reply(403, { message: 'bridge is a pre-defined network and cannot be removed' }),
      context: unix,
    },
  },
  {
    code: 'socket-proxy-denied',
    when: onStatus(403),
    example: {
      thrown: reply(
        403,
        '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n',
      ),
      context: tcp,
    },
  },
  {
    code: 'unsupported-by-podman',
    when: isMissingInPodman,
    example: {
      thrown: reply(404, { cause: '', message: 'Path /plugins is not supported', response: 0 }),
      context: unix,
    },
  },
  {
    // On a socket nothing stands in between that could want a prefix: the path itself was wrong.
    code: 'config-invalid',
    when: (evidence, { transport }) => isPageNotFound(evidence) && (transport === 'unix' || transport === 'npipe'),
    facts: () => ({ detail: 'the engine does not know the path that was asked for' }),
    example: { thrown: reply(404, { message: 'page not found' }), context: unix },
  },
  {
    code: 'wrong-prefix',
    when: isPageNotFound,
    example: { thrown: reply(404, { message: 'page not found' }), context: tcp },
  },
  {
    code: 'not-found',
    when: (evidence) => evidence.statusCode === 404 && isJson(evidence),
    example: {
      thrown: reply(404, {
        cause: 'no such container',
        message: 'no container with name or ID "web" found: no such container',
        response: 404,
      }),
      context: unix,
    },
  },
  {
    // 304 answers a start of what runs already.
    code: 'conflict',
    when: (evidence) => evidence.statusCode === 304 || (evidence.statusCode === 409 && isJson(evidence)),
    example: {
      thrown: reply(409, { message: 'Container 4f1a is paused, unpause the container before exec' }),
      context: unix,
    },
  },
  {
    code: 'engine-busy',
    when: onStatus(429),
    example: { thrown: reply(429, 'Too Many Requests'), context: tcp },
  },
  {
    code: 'unsupported-by-engine',
    when: (evidence) => evidence.statusCode === 501 && isJson(evidence),
    example: { thrown: reply(501, { message: 'not supported on this platform' }), context: unix },
  },
  {
    code: 'bad-request-as-500',
    when: (evidence) => evidence.statusCode === 500 && blamesTheCaller(evidence),
    example: { thrown: reply(500, { message: 'strconv.Atoi: parsing "abc": invalid syntax' }), context: unix },
  },
  {
    // nginx, HAProxy, Traefik and cloud gateways, whatever the form.
    code: 'upstream-down',
    when: (evidence) => (evidence.statusCode ?? 0) > 501 || (evidence.statusCode === 500 && isPage(evidence)),
    example: { thrown: reply(502, '<html><h1>502 Bad Gateway</h1></html>'), context: tcp },
  },
  {
    code: 'bad-request',
    when: (evidence) => isRefusal(evidence) && (isJson(evidence) || /^400 Bad Request/.test(evidence.body)),
    example: { thrown: reply(400, { message: "Invalid filter 'nonsense'" }), context: unix },
  },
  {
    // Pages, redirects, and texts that no engine says.
    code: 'not-docker',
    when: (evidence) =>
      (evidence.statusCode !== null && evidence.statusCode < 400) || isRefusal(evidence) || isMissing501(evidence),
    example: { thrown: reply(302, ''), context: tcp },
  },
  {
    // The engine's own failure: a bug there, in its own words.
    code: 'unexpected',
    when: ({ statusCode }) => statusCode !== null,
    example: { thrown: reply(500, { message: 'driver failed programming external connectivity' }), context: unix },
  },
]

function isRefusal({ statusCode }: Evidence): boolean {
  return statusCode !== null && statusCode >= 400 && statusCode < 500
}

function isMissing501(evidence: Evidence): boolean {
  return evidence.statusCode === 501 && !isJson(evidence)
}

function versionFacts(message: string, pattern: RegExp) {
  const [, ours, theirs] = pattern.exec(message) ?? []
  return ours && theirs ? { client: ours, engine: theirs } : {}
}

function pluginFacts({ bodyMessage }: Evidence) {
  const plugin = /plugin ([^\s:]+)/.exec(bodyMessage)?.[1]
  return plugin ? { plugin } : {}
}
