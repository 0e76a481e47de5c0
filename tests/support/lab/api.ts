import { Agent, request } from 'node:http'

export type ApiReply = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

/** One plain request to an engine on a unix socket, with nothing of Gangway in between. */
export function askApi(
  socketPath: string,
  method: string,
  path: string,
  options: { body?: object | Buffer; agent?: Agent } = {},
): Promise<ApiReply> {
  const { body, agent = false } = options
  const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  const type = Buffer.isBuffer(body) ? 'application/x-tar' : 'application/json'
  return new Promise((resolve, reject) => {
    const headers = bytes ? { 'Content-Type': type, 'Content-Length': bytes.length } : {}
    const outgoing = request({ socketPath, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const { statusCode = 0, headers: received } = response
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString('utf8') })
      })
    })
    outgoing.once('error', reject)
    outgoing.end(bytes)
  })
}

/** The parsed answer to a request that must succeed; throws with the engine's words where it does not. */
export async function callApi(...[socketPath, method, path, options]: Parameters<typeof askApi>): Promise<unknown> {
  const { status, body } = await askApi(socketPath, method, path, options)
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${body}`)
  return body.trim() === '' ? null : JSON.parse(body)
}

/** A pool that keeps at most `sockets` connections busy. Destroy it when done. */
export function createPool(sockets: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: sockets })
}
