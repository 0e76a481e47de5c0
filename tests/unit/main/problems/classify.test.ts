import { describe, expect, it } from 'vitest'
import { classify } from '#main/problems/classify.ts'
import type { ProblemContext } from '#main/problems/problem-context.ts'
import { TransportFault } from '#main/problems/transport-fault.ts'

const unix: ProblemContext = { transport: 'unix', endpoint: { kind: 'unix', path: '/run/docker.sock' } }
const tcp: ProblemContext = { transport: 'tcp', endpoint: { kind: 'tcp', host: 'build.example', port: 2375 } }
const tls: ProblemContext = { transport: 'tls', endpoint: { kind: 'tls', host: 'build.example', port: 2376 } }

const hangUp = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })
const handshake = (reason: string, code?: string) =>
  Object.assign(new Error(`write EPROTO 140:error:100000f7:SSL routines:OPENSSL_internal:${reason}:ssl.cc:242:\n`), {
    code,
  })
const reply = (statusCode: number, json: unknown) => Object.assign(new Error('(HTTP code)'), { statusCode, json })

describe('the phase', () => {
  it.each([
    [hangUp, 'headers', 'connection-closed-early'],
    [hangUp, 'handshake', 'connection-closed-early'],
    [hangUp, undefined, 'timeout-response'],
    [reset, 'headers', 'connection-reset'],
    [reset, 'body', 'connection-lost-midbody'],
    [reset, 'stream', 'connection-lost'],
    [Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }), 'headers', 'connection-reset'],
    [Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'body', 'connection-lost-midbody'],
    [Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'stream', 'connection-lost'],
    [new DOMException('The operation was aborted due to timeout', 'TimeoutError'), 'connect', 'timeout-connect'],
    [new DOMException('This operation was aborted', 'AbortError'), 'connect', 'cancelled'],
  ] as const)('tells what %o means in %s', (thrown, phase, code) => {
    expect(classify(thrown, { ...tcp, ...(phase ? { phase } : {}) }).code).toBe(code)
  })

  it('does not turn a deadline of our own into a lost connection', () => {
    const fault = new TransportFault('timeout-response', { limit: 5_000 })
    expect(classify(fault, { ...tcp, phase: 'headers' })).toMatchObject({
      code: 'timeout-response',
      facts: { host: 'build.example', port: 2375, limit: 5_000 },
    })
  })
})

describe('an address', () => {
  it.each([
    ['unix:///run/docker.sock', 'config-invalid'],
    ['run/docker.sock', 'config-invalid'],
    ['/run/docker.sock ', 'config-invalid'],
    ['"/run/docker.sock"', 'config-invalid'],
    ['/run/docker.sock', 'socket-missing'],
    ['//./pipe/docker_engine', 'socket-missing'],
    ['\\\\.\\pipe\\docker_engine', 'socket-missing'],
  ])('%j that leads to nothing is %s', (address, code) => {
    expect(classify({ code: 'ENOENT', syscall: 'connect', address }, { transport: 'unix' }).code).toBe(code)
  })
})

describe('the endpoint', () => {
  const refusedAt80 = { code: 'ECONNREFUSED', syscall: 'connect', address: '10.0.0.1', port: 80 }

  it('tells a port that was meant from one that was lost', () => {
    const meant: ProblemContext = { transport: 'tcp', endpoint: { kind: 'tcp', host: '10.0.0.1', port: 80 } }
    expect(classify(refusedAt80, meant).code).toBe('connection-refused')
    expect(classify(refusedAt80, { transport: 'tcp' }).code).toBe('config-invalid')
    expect(classify(refusedAt80, tcp).code).toBe('config-invalid')
  })

  it('names the place by what the user wrote, with the address beside it', () => {
    const thrown = { code: 'ECONNREFUSED', syscall: 'connect', address: '10.0.0.1', port: 2375 }
    expect(classify(thrown, tcp).facts).toMatchObject({ host: 'build.example', port: 2375, address: '10.0.0.1' })
    expect(classify({ code: 'EACCES', syscall: 'connect' }, unix).facts).toMatchObject({ address: '/run/docker.sock' })
  })
})

describe('BoringSSL, as in Electron', () => {
  it.each([
    ['WRONG_VERSION_NUMBER', 'EPROTO', 'tls-to-plaintext'],
    ['WRONG_VERSION_NUMBER', undefined, 'tls-to-plaintext'],
    ['SSLV3_ALERT_BAD_CERTIFICATE', 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'tls-client-cert-required'],
    ['TLSV1_ALERT_UNKNOWN_CA', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'tls-client-cert-rejected'],
    ['TLSV1_CERTIFICATE_REQUIRED', 'ERR_SSL_TLSV1_CERTIFICATE_REQUIRED', 'tls-client-cert-required'],
    ['TLSV1_ALERT_PROTOCOL_VERSION', 'EPROTO', 'tls-protocol-version'],
    ['UNSUPPORTED_PROTOCOL', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-protocol-version'],
    ['SSLV3_ALERT_HANDSHAKE_FAILURE', 'EPROTO', 'tls-handshake-failed'],
    ['KEY_VALUES_MISMATCH', 'ERR_OSSL_X509_KEY_VALUES_MISMATCH', 'tls-client-material-invalid'],
  ])('words %s (%s) its own way', (reason, code, expected) => {
    expect(classify(handshake(reason, code), tls).code).toBe(expected)
  })
})

describe('replies', () => {
  it.each([
    [
      400,
      '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>',
      tcp,
      'plaintext-to-tls',
    ],
    [400, '<html><head><title>400 Bad Request</title></head></html>', tcp, 'not-docker'],
    [400, '400 Bad Request: missing required Host header', unix, 'bad-request'],
    [401, 'Unauthorized', tcp, 'unauthorized'],
    [403, { message: 'authorization denied by plugin gate: no' }, unix, 'authz-denied'],
    [404, '404 page not found\n', tcp, 'wrong-prefix'],
    [404, '<html>404</html>', tcp, 'not-docker'],
    [404, 'Not Found', unix, 'unsupported-by-podman'],
    [404, 'Not Found', tcp, 'not-docker'],
    [404, 'Not Found', { ...tcp, engine: 'podman' }, 'unsupported-by-podman'],
    [404, { message: 'No such container: web' }, unix, 'not-found'],
    [409, { message: 'removal of container web is already in progress' }, unix, 'conflict'],
    [
      500,
      {
        message: 'plugin gate failed with error: dial unix /run/docker/plugins/gate.sock: connect: connection refused',
      },
      unix,
      'authz-plugin-error',
    ],
    [
      500,
      { cause: 'x', message: 'failed to parse parameters: nonsense is an invalid filter', response: 500 },
      unix,
      'bad-request-as-500',
    ],
    [500, { message: 'driver failed' }, unix, 'unexpected'],
    [504, '<html><h1>504 Gateway Time-out</h1></html>', tcp, 'upstream-down'],
    [503, 'no available server\n', tcp, 'upstream-down'],
  ] satisfies [number, unknown, ProblemContext, string][])('%i %j', (statusCode, json, context, code) => {
    expect(classify(reply(statusCode, json), context).code).toBe(code)
    const asBytes = typeof json === 'string' ? Buffer.from(json) : Buffer.from(JSON.stringify(json))
    expect(classify(reply(statusCode, asBytes), context).code).toBe(code)
  })
})

describe('what no rule knows', () => {
  it('is unexpected, and keeps its text', () => {
    const problem = classify(new Error('the moon is full'), unix)
    expect(problem).toMatchObject({ code: 'unexpected', status: 500, facts: { detail: 'the moon is full' } })
    expect(problem.raw).toContain('Error: the moon is full')
    expect(problem.raw).toContain('classify.test.ts')
  })

  it('is looked for in the causes first', () => {
    const cause = Object.assign(new Error('connect EACCES /run/docker.sock'), { code: 'EACCES', syscall: 'connect' })
    const problem = classify(new Error('could not list', { cause }), unix)
    expect(problem.code).toBe('permission-denied')
    expect(problem.raw).toMatch(/could not list\n.*caused by Error: connect EACCES/s)
  })

  it.each(['socket hang up', 'read ECONNRESET'])('over ssh is unexpected for now: %s', (message) => {
    expect(
      classify(Object.assign(new Error(message), { code: 'ECONNRESET', level: 'client-socket' }), { transport: 'ssh' })
        .code,
    ).toBe('unexpected')
  })
})
