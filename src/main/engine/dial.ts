import { Agent, type RequestOptions } from 'node:http'
import { TransportFault } from '#main/problems/transport-fault.ts'
import type { Endpoint } from '#shared/endpoint.ts'

/**
 * sun_path holds 108 bytes with its NUL on Linux and 104 on macOS. Node 20 and 22 cut a longer path silently and connect
 * to *another* file, so the length is checked before anything is dialled.
 */
const maxSocketPathBytes = process.platform === 'darwin' ? 103 : 107

export type Dialer = {
  agent: Agent
  /** Every field that decides where a request goes, explicit, so that no environment variable can. */
  target: Pick<RequestOptions, 'socketPath' | 'host' | 'port'>
}

/** A connection pool to one endpoint. Throws a `TransportFault` for an address that cannot be dialled as it stands. */
export function createDialer(endpoint: Endpoint): Dialer {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 4 })
  switch (endpoint.kind) {
    case 'unix':
      checkSocketPath(endpoint.path)
      return { agent, target: { socketPath: endpoint.path } }
    case 'npipe':
      return { agent, target: { socketPath: endpoint.path } }
    case 'tcp':
      return { agent, target: { host: endpoint.host, port: endpoint.port } }
    case 'tls':
    case 'ssh':
      throw new TransportFault('transport-unavailable', { transport: endpoint.kind })
  }
}

function checkSocketPath(path: string): void {
  if (!path.startsWith('/') || path.includes('\0')) throw new TransportFault('path-invalid', { address: path })
  const bytes = Buffer.byteLength(path)
  if (bytes > maxSocketPathBytes) {
    throw new TransportFault('path-too-long', { address: path, bytes, limit: maxSocketPathBytes })
  }
}
