import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEndpoint } from '#main/sources/parse-endpoint.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import { okValue } from '#tests/support/ok-value.ts'

function refusal(text: string, platform: NodeJS.Platform = 'linux') {
  const parsed = parseEndpoint(text, platform)
  if (parsed.ok) throw new Error(`${text} was taken for ${endpointText(parsed.value)}`)
  return parsed.problem
}

describe('an address that can be meant', () => {
  it.each([
    ['unix:///var/run/docker.sock', { kind: 'unix', path: '/var/run/docker.sock' }],
    ['UNIX:///run/x', { kind: 'unix', path: '/run/x' }],
    ['  unix:///run/with space.sock \n', { kind: 'unix', path: '/run/with space.sock' }],
    ['tcp://localhost:2375', { kind: 'tcp', host: 'localhost', port: 2375 }],
    ['tcp://[::1]:2375', { kind: 'tcp', host: '::1', port: 2375 }],
    ['tcp://10.0.0.1:2375/', { kind: 'tcp', host: '10.0.0.1', port: 2375 }],
    ['ssh://ops@build.example', { kind: 'ssh', user: 'ops', host: 'build.example', port: 22 }],
    ['ssh://build_1:2222', { kind: 'ssh', user: '', host: 'build_1', port: 2222 }],
    ['ssh://EXAMPLE%5Cops@build', { kind: 'ssh', user: 'EXAMPLE\\ops', host: 'build', port: 22 }],
  ])('is read from %j', (text, endpoint) => {
    expect(okValue(parseEndpoint(text, 'linux'))).toEqual(endpoint)
  })

  it('is a pipe on Windows, with either slash', () => {
    const pipe = { kind: 'npipe', path: '//./pipe/docker_engine' }
    expect(okValue(parseEndpoint('npipe:////./pipe/docker_engine', 'win32'))).toEqual(pipe)
    expect(okValue(parseEndpoint('npipe://\\\\.\\pipe\\docker_engine', 'win32'))).toEqual(pipe)
  })
})

describe('an address that cannot be meant', () => {
  it.each([
    ['', 'write unix:///var/run/docker.sock'],
    ['/var/run/docker.sock', 'write unix:///var/run/docker.sock'],
    ['unix:/var/run/docker.sock', 'write unix:///var/run/docker.sock'],
    ['unix://var/run/docker.sock', 'write unix:///var/run/docker.sock'],
    ['unix://', 'the path is relative'],
    ['unix://./docker.sock', 'the path is relative'],
    ['"unix:///run/docker.sock"', 'the quotes are part of the address: write unix:///run/docker.sock'],
    ['localhost:2375', 'write tcp://localhost:2375'],
    ['tcp:localhost:2375', 'write tcp://localhost:2375'],
    ['docker.sock', 'it has no scheme'],
    ['tcp://localhost', 'the port is missing'],
    ['tcp://localhost:0', 'a port from 1 to 65535'],
    ['tcp://localhost:99999', 'a port from 1 to 65535'],
    ['tcp://:2375', 'malformed'],
    ['tcp://-oProxyCommand=x:2375', 'malformed'],
    ['tcp://localhost:2375/var/run', 'only a host and a port'],
    ['tcp://user@localhost:2375', 'only a host and a port'],
    ['ssh://-oProxyCommand=touch', 'malformed'],
    ['ssh://-l@host', 'malformed'],
    ['ssh://ops@host/run/docker.sock', 'write ssh://ops@host'],
    ['http://localhost:2375', 'write tcp://localhost:2375'],
    ['https://localhost:2376', 'needs certificates'],
    ['fd://', 'nobody can dial it'],
    ['npipe:////./pipe/docker_engine', 'on Windows only'],
    ['gopher://x:1', 'gopher:// is not a way to an engine'],
  ])('%j is refused with what to write instead', (text, detail) => {
    const { code, status, facts } = refusal(text)
    expect({ code, status }).toEqual({ code: 'config-invalid', status: 400 })
    expect(facts.detail).toContain(detail)
  })

  it('does not repeat a password', () => {
    const problem = refusal('ssh://ops:hunter2@host')
    expect(problem.facts.detail).toContain('a password does not belong')
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })

  it('has no unix socket on Windows, and no odd pipe', () => {
    expect(refusal('unix:///run/docker.sock', 'win32').facts.detail).toContain('npipe:////./pipe/docker_engine')
    expect(refusal('npipe:////./mailslot/x', 'win32').facts.detail).toContain('not the name of a pipe')
  })

  it('may hold no control character', () => {
    expect(refusal('unix:///tmp/a\0b').code).toBe('socket-path-invalid')
    expect(refusal('unix:///tmp/a\u001bb').code).toBe('socket-path-invalid')
  })

  it('may be no longer than a socket address holds, counted in bytes', () => {
    expect(parseEndpoint(`unix:///${'x'.repeat(106)}`, 'linux').ok).toBe(true)
    expect(refusal(`unix:///${'x'.repeat(107)}`)).toMatchObject({
      code: 'socket-path-too-long',
      facts: { bytes: 108, limit: 107 },
    })
    expect(refusal(`unix:///${'é'.repeat(53)}xx`).facts.bytes).toBe(109)
    expect(refusal(`unix:///${'x'.repeat(103)}`, 'darwin').facts).toMatchObject({ bytes: 104, limit: 103 })
  })
})

it('answers any text with an address that reads back the same, or with a problem', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('unix://', 'tcp://', 'ssh://', 'npipe://', 'unix:'), fc.string())
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('linux' as const, 'darwin' as const, 'win32' as const), (value, platform) => {
      const parsed = parseEndpoint(value, platform)
      if (parsed.ok) expect(okValue(parseEndpoint(endpointText(parsed.value), platform))).toEqual(parsed.value)
      else expect([400, 503]).toContain(parsed.problem.status)
    }),
  )
})
