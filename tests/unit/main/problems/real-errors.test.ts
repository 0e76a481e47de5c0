import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { classify } from '#main/problems/classify.ts'
import type { ProblemContext } from '#main/problems/problem-context.ts'

let folder = ''
const servers: Server[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gangway-errors-'))
})
afterAll(async () => {
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

/** The error that Node gives for one request; a test that gets an answer instead fails. */
function errorOf(options: RequestOptions, request: typeof httpRequest = httpRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request({ path: '/_ping', agent: false, ...options }, (response) => {
      response
        .on('error', resolve)
        .on('end', () => reject(new Error('an answer came')))
        .resume()
    })
    sent.on('error', resolve).end()
  })
}

/** A TCP server on loopback that does one thing to each connection. Answers its port. */
function serve(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    onConnection(socket)
  })
  servers.push(server)
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('the server has no port'))
    })
  })
}

const answering = (text: string) => serve((socket) => socket.once('data', () => socket.end(text)))

function codeOf(thrown: unknown, context: ProblemContext): string {
  return classify(thrown, context).code
}

describe('a socket on this machine', () => {
  const unix: ProblemContext = { transport: 'unix', phase: 'headers' }

  it('that is not there is missing', async () => {
    expect(codeOf(await errorOf({ socketPath: join(folder, 'absent.sock') }), unix)).toBe('socket-missing')
  })

  it('where a folder stands has no listener', async () => {
    const path = join(folder, 'folder.sock')
    await mkdir(path)
    expect(codeOf(await errorOf({ socketPath: path }), unix)).toBe('not-listening')
  })

  it('behind a loop of links, or below a file, has no valid path', async () => {
    const loop = join(folder, 'loop.sock')
    await symlink(loop, loop)
    await writeFile(join(folder, 'file'), '')
    expect(codeOf(await errorOf({ socketPath: loop }), unix)).toBe('socket-path-invalid')
    expect(codeOf(await errorOf({ socketPath: join(folder, 'file', 'x.sock') }), unix)).toBe('socket-path-invalid')
  })
})

describe('a server', () => {
  const tcp: ProblemContext = { transport: 'tcp', phase: 'headers' }

  it('that does not listen refuses', async () => {
    const port = await serve(() => undefined)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }), tcp)).toBe('connection-refused')
  })

  it('whose every address refuses is one problem, not an aggregate', async () => {
    const port = await serve(() => undefined)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    const thrown = await errorOf({ host: 'localhost', port })
    expect(classify(thrown, tcp)).toMatchObject({ code: 'connection-refused', facts: { port } })
  })

  it('that hangs up without a word closed early', async () => {
    const port = await serve((socket) => socket.once('data', () => socket.end()))
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }), tcp)).toBe('connection-closed-early')
  })

  it('that resets the connection is told apart from one that closes it', async () => {
    const port = await serve((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }), tcp)).toBe('connection-reset')
  })

  it.each([
    ['SSH-2.0-OpenSSH_9.2p1\r\n', 'wrong-protocol'],
    ['-ERR unknown command\r\n', 'wrong-protocol'],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n', 'garbled-reply'],
    [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 'garbled-reply'],
  ])('that says %.24j is %s', async (text, code) => {
    expect(codeOf(await errorOf({ host: '127.0.0.1', port: await answering(text) }), tcp)).toBe(code)
  })

  it('that answers plain HTTP with a TLS alert wants TLS', async () => {
    const port = await serve((socket) => socket.once('data', () => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 70]))))
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }), tcp)).toBe('plaintext-to-tls')
  })

  it('that ends a followed answer lost the connection', async () => {
    const port = await serve((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n', () => socket.destroy())
      }),
    )
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }), { ...tcp, phase: 'stream' })).toBe('connection-lost')
  })
})

describe('TLS', () => {
  const tls: ProblemContext = { transport: 'tls', phase: 'handshake' }

  it('to a port without it is told from the first bytes', async () => {
    const port = await answering('HTTP/1.1 400 Bad Request\r\n\r\n')
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }, httpsRequest), tls)).toBe('tls-to-plaintext')
  })

  it('that is cut off in the handshake closed early', async () => {
    const port = await serve((socket) => socket.end())
    expect(codeOf(await errorOf({ host: '127.0.0.1', port }, httpsRequest), tls)).toBe('connection-closed-early')
  })

  it.each([
    [{ key: 'not a key' }, 'tls-client-material-invalid'],
    [{ cert: 'not a certificate' }, 'tls-client-material-invalid'],
  ])('with %j cannot begin', (material, code) => {
    expect(
      codeOf(
        thrownBy(() => createSecureContext(material)),
        tls,
      ),
    ).toBe(code)
  })
})

it('a name that nobody has is not found', async () => {
  const thrown = await errorOf({ host: 'engine.invalid', port: 2375 })
  // Without a network the resolver cannot even say no.
  expect(['dns-not-found', 'dns-temporary']).toContain(codeOf(thrown, { transport: 'tcp' }))
})

it('a request that was aborted is cancelled', async () => {
  const port = await serve(() => undefined)
  const thrown = await errorOf({ host: '127.0.0.1', port, signal: AbortSignal.abort() })
  expect(codeOf(thrown, { transport: 'tcp', phase: 'headers' })).toBe('cancelled')
})

function thrownBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
