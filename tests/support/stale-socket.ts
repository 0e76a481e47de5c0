import { linkSync, renameSync } from 'node:fs'
import { createServer } from 'node:net'

/** A socket's file on which nobody listens, as a killed engine leaves it. Node removes its own when it closes; this is a second name. */
export async function leaveStaleSocket(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(`${path}.live`, resolve)
  })
  linkSync(`${path}.live`, `${path}.kept`)
  await new Promise((resolve) => server.close(resolve))
  renameSync(`${path}.kept`, path)
}
