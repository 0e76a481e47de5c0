import type { Socket } from 'node:net'

/** Ends a connection as a crash does: with a real RST on TCP. A unix socket has none; it is closed in mid-sentence. */
export function breakOff(socket: Socket): void {
  if (socket.remoteAddress === undefined) socket.destroy()
  else socket.resetAndDestroy()
}
