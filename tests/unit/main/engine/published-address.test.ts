import { describe, expect, it } from 'vitest'
import { publishedAddress } from '#main/engine/published-address.ts'
import { readSummary } from '#main/engine/summary.ts'
import type { Endpoint } from '#shared/endpoint.ts'

const local: Endpoint = { kind: 'unix', path: '/var/run/docker.sock' }

function open(ports: object[], publicPort: number, endpoint: Endpoint = local) {
  const container = readSummary({ Id: 'abc', Ports: ports })
  if (!container) throw new Error('no container')
  return publishedAddress(container, publicPort, endpoint, ['192.168.1.5'])
}

describe('publishedAddress', () => {
  it.each([
    ['every address', { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }, 'http://localhost:8080/'],
    ['loopback', { IP: '127.0.0.1', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }, 'http://localhost:8080/'],
    [
      "this host's address",
      { IP: '192.168.1.5', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
      'http://192.168.1.5:8080/',
    ],
    ['a port for TLS', { IP: '::', PrivatePort: 443, PublicPort: 8080, Type: 'tcp' }, 'https://localhost:8080/'],
  ])('of a port published on %s', (_name, port, expected) => {
    expect(open([port], 8080)).toEqual({ ok: true, value: expected })
  })

  it("of a remote engine is on the engine's host", () => {
    const remote: Endpoint = { kind: 'tcp', host: 'fd00::1', port: 2375 }
    expect(open([{ IP: '::', PrivatePort: 80, PublicPort: 81, Type: 'tcp' }], 81, remote)).toEqual({
      ok: true,
      value: 'http://[fd00::1]:81/',
    })
  })

  it.each([
    ['not published', { PrivatePort: 80, Type: 'tcp' }, 'not-found'],
    ['published for UDP only', { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'udp' }, 'not-found'],
    [
      'bound to a name the engine made up',
      { IP: 'evil.example', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
      'refused',
    ],
  ])('is refused for a port that is %s', (_name, port, code) => {
    expect(open([port], 8080)).toMatchObject({ ok: false, problem: { code } })
  })
})
