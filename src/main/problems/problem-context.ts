import type { Endpoint, Transport } from '#shared/endpoint.ts'

/**
 * What the caller knows besides the error. The code alone is never a diagnosis: `EACCES` is a mode on a socket, a routing
 * policy on TCP and a key file on TLS.
 */
export type ProblemContext = {
  transport: Transport
  endpoint?: Endpoint
  /** How far the exchange had come. Without it, Node's `socket hang up` is read as docker-modem's timeouts, which look the same. */
  phase?: 'connect' | 'handshake' | 'headers' | 'body' | 'stream'
  engine?: 'docker' | 'podman'
  /** What was being done, in words: `list containers`. */
  action?: string
}
