import { linkSync, renameSync } from 'node:fs'
import { createServer } from 'node:http'

/** What answers as an engine without a container, on a real socket; the mode and the owner are the test's to set. */
export async function listenAsEngine(path: string): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isPing = request.url === '/_ping'
    response.setHeader('Api-Version', '1.44')
    response.setHeader('Content-Type', isPing ? 'text/plain' : 'application/json')
    response.end(isPing ? 'OK' : '[]')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A socket's file on which nobody listens, as a killed engine leaves it. Node removes its own when it closes; this is a second name. */
export async function leaveStaleSocket(path: string): Promise<void> {
  const server = await listenAsEngine(`${path}.live`)
  linkSync(`${path}.live`, `${path}.kept`)
  await server.close()
  renameSync(`${path}.kept`, path)
}
