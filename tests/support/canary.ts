import { createServer } from 'node:net'

/** A port of this machine that nobody has any business with: it counts who comes. */
export async function startCanary(): Promise<{ port: number; hits(): number; close(): Promise<void> }> {
  let hits = 0
  const server = createServer((socket) => {
    hits++
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    hits: () => hits,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
