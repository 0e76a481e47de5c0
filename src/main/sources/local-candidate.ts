import { createHash } from 'node:crypto'
import type { Endpoint } from '#shared/endpoint.ts'
import { endpointText } from '#shared/endpoint-text.ts'

/** One place an engine might be, not yet tried. */
export type LocalCandidate = {
  /** Stable for an address: what the window names when it pins one. */
  id: string
  endpoint: Endpoint
  from: string
  /** A place Gangway looks at by itself; otherwise a variable, a context or a setting names it. */
  known: boolean
  /** On another machine: offered as a server, never dialled on behalf of `local`. */
  remote: boolean
  /** It is what `local` resolves to now. */
  current: boolean
  pinned: boolean
}

export function localCandidate(endpoint: Endpoint, from: string, known: boolean): LocalCandidate {
  return {
    id: candidateId(endpoint),
    endpoint,
    from,
    known,
    remote: isRemote(endpoint),
    current: false,
    pinned: false,
  }
}

export function isRemote(endpoint: Endpoint): boolean {
  return endpoint.kind !== 'unix' && endpoint.kind !== 'npipe'
}

/** Twelve hexadecimal digits, from the address alone. */
export function candidateId(endpoint: Endpoint): string {
  return createHash('sha256').update(endpointText(endpoint)).digest('hex').slice(0, 12)
}
