import * as z from 'zod'

/**
 * Every problem Gangway can name, with its status: 503 the engine cannot be used from here and the cause lies outside
 * Gangway; 400 the request or the configuration is invalid; 403 a policy refused it; 404 unknown; 409 conflict;
 * 501 the engine does not offer it; 500 a bug here or in the engine. Codes are stable: scripts and documents name them.
 * The words stand in `problem-text.ts`, the signatures in `main/problems/rules.ts`.
 */
export const problemStatus = {
  // The engine's socket or pipe on this machine.
  'permission-denied': 503,
  'socket-missing': 503,
  'not-listening': 503,
  /** As written; 503 where the path could be meant and what stands on it is wrong. */
  'socket-path-invalid': 400,
  'socket-path-too-long': 503,
  'socket-wrong-type': 503,
  sandbox: 503,
  'engine-masked': 503,
  'engine-busy': 503,

  // The way to the engine.
  'connection-refused': 503,
  'connection-reset': 503,
  'connection-closed-early': 503,
  'connection-lost': 503,
  'connection-lost-midbody': 503,
  'host-unreachable': 503,
  'network-unreachable': 503,
  'blocked-by-policy': 503,
  'dns-not-found': 503,
  'dns-temporary': 503,
  'dns-timeout': 503,
  'timeout-connect': 503,
  'timeout-handshake': 503,
  'timeout-response': 503,
  'timeout-body': 503,

  // TLS.
  'tls-server-self-signed': 503,
  'tls-server-unknown-ca': 503,
  'tls-server-expired': 503,
  'tls-server-not-yet-valid': 503,
  'tls-server-invalid': 503,
  'tls-name-mismatch': 503,
  'tls-weak': 503,
  'tls-protocol-version': 503,
  'tls-handshake-failed': 503,
  'tls-client-cert-required': 503,
  'tls-client-cert-rejected': 503,
  'tls-client-material-invalid': 400,
  'tls-client-material-unreadable': 400,
  'tls-key-encrypted': 400,
  'tls-to-plaintext': 400,
  'plaintext-to-tls': 400,

  // What answered is not an engine, or not alone.
  'not-docker': 503,
  'garbled-reply': 503,
  'body-too-large': 503,
  'wrong-protocol': 503,
  'wrong-prefix': 503,
  'upgrade-refused': 503,
  'upstream-down': 503,
  'proxy-auth': 503,
  unauthorized: 503,
  'socket-proxy-denied': 403,

  // What the engine said.
  'authz-denied': 403,
  'authz-plugin-error': 503,
  'engine-refused': 403,
  'api-client-too-old': 400,
  'api-client-too-new': 400,
  'bad-request': 400,
  'bad-request-as-500': 400,
  'not-found': 404,
  conflict: 409,
  'not-swarm-manager': 503,
  'unsupported-by-engine': 501,
  'unsupported-by-podman': 501,

  // Gangway's own.
  'config-invalid': 400,
  'config-json-broken': 400,
  'context-missing': 400,
  'context-broken': 400,
  'transport-unavailable': 501,
  'client-fd-exhausted': 500,
  /** Engine access is switched off; nothing is dialled. */
  disabled: 503,
  /** What the window or the command line sent does not parse: facts `name`, `detail`. */
  'invalid-request': 400,
  /** A foreign sender, or a stream that is closed. */
  refused: 403,
  'unknown-source': 404,
  'unknown-call': 404,
  /** Neither a success nor a failure, to be dropped: 499 is what nginx logs when the client went away; HTTP has no word for it. */
  cancelled: 499,
  unexpected: 500,
} as const

export type ProblemCode = keyof typeof problemStatus
export type ProblemStatus = (typeof problemStatus)[ProblemCode]

export const problemFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type ProblemFacts = z.output<typeof problemFacts>

export const problem = z.object({
  code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
  status: z.int(),
  /** What the sentence of this problem speaks of: `address`, `host`, `port`, `detail`, `limit` … Never a secret. */
  facts: problemFacts,
  /** The raw error as text, one click away in the window, kept whole (up to 64 Ki characters) for the report. */
  raw: z.string(),
})
export type Problem = z.output<typeof problem>

/** A problem that Gangway itself states, with the status of the table. */
export function problemOf(code: ProblemCode, facts: ProblemFacts = {}, raw = ''): Problem {
  return { code, status: problemStatus[code], facts, raw }
}
