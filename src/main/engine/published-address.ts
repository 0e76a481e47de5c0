import type { Container } from '#shared/container.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'

const wildcards = new Set(['0.0.0.0', '::', ''])
const loopbacks = new Set(['127.0.0.1', '::1'])

/**
 * The address of a published port in a browser. Its host is loopback or the engine's own, never a name an engine made up:
 * a port bound to one particular address is opened only if that address is the engine's host's (`hostAddresses`).
 */
export function publishedAddress(
  container: Container,
  publicPort: number,
  endpoint: Endpoint | null,
  hostAddresses: readonly string[],
): Result<string> {
  const port = container.ports.find((candidate) => candidate.publicPort === publicPort && candidate.type === 'tcp')
  if (!port) return failed(problemOf('not-found', { what: 'published port', id: publicPort }))
  const engineHost = endpoint && 'host' in endpoint ? endpoint.host : 'localhost'
  const host =
    port.addresses.length === 0 || port.addresses.some((address) => wildcards.has(address) || loopbacks.has(address))
      ? engineHost
      : port.addresses.find((address) => hostAddresses.includes(address))
  if (!host) {
    return failed(
      problemOf('refused', { detail: `port ${publicPort} is published on an address that is not this host's` }),
    )
  }
  const scheme = port.privatePort === 443 || port.privatePort === 8443 ? 'https' : 'http'
  return ok(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${publicPort}/`)
}
