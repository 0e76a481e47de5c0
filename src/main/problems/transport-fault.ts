import { problemFacts } from '#shared/problem.ts'

/**
 * What only our own transport can know: which of its deadlines passed, that a body stopped short, that a peer answered
 * but not as an engine does. Every other failure is Node's own error, passed on untouched.
 */
export const transportFaultKinds = [
  'timeout-connect',
  'timeout-handshake',
  'timeout-response',
  'timeout-body',
  /** The connection ended before the body did. */
  'truncated-body',
  /** A stream that has no end of its own (events, logs being followed) was ended by the peer. */
  'stream-ended',
  /** Past our cap: facts `limit` in bytes. */
  'body-too-large',
  'content-encoding',
  'redirect',
  'not-json',
  /** JSON, but not what was asked for: facts `sample`. */
  'not-array',
  'empty-reply',
  'html-reply',
  'ping-not-docker',
  /** Facts `address`, `bytes`, `limit`. */
  'path-too-long',
  'path-invalid',
  /** The newest API the engine speaks is older than the oldest we do: facts `engine`, `needed`. */
  'version-too-old-engine',
  'upgrade-refused',
  /** This build cannot dial such an endpoint: facts `transport`. */
  'transport-unavailable',
  /** It was in the list and is no more: facts `id`. */
  'container-gone',
] as const
export type TransportFaultKind = (typeof transportFaultKinds)[number]

/** Facts are plain values for the problem's sentence; `limit` of a timeout is in milliseconds, of a body in bytes. */
export type TransportFaultFacts = Record<string, string | number | boolean>

export class TransportFault extends Error {
  override readonly name = 'TransportFault'
  readonly kind: TransportFaultKind
  readonly facts: TransportFaultFacts

  constructor(kind: TransportFaultKind, facts: TransportFaultFacts = {}, options?: { cause?: unknown }) {
    super(kind, options)
    this.kind = kind
    this.facts = facts
  }
}

/** The kind and the facts of one of our faults; null for all else, also for what only pretends to be one. Never throws. */
export function readFault(thrown: unknown): { kind: TransportFaultKind; facts: TransportFaultFacts } | null {
  try {
    if (!(thrown instanceof TransportFault)) return null
    const kind = transportFaultKinds.find((known) => known === thrown.kind)
    return kind ? { kind, facts: problemFacts.safeParse(thrown.facts).data ?? {} } : null
  } catch {
    return null
  }
}
