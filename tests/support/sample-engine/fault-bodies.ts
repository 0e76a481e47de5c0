import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Timers that end with the engine, whatever they were for. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>()

  after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#pending.delete(timer)
      run()
    }, ms)
    this.#pending.add(timer)
  }

  clear(): void {
    for (const timer of this.#pending) clearTimeout(timer)
  }
}

/** The first `start` bytes at once, then one every `every` milliseconds until all are sent or the peer leaves. */
export function drip(socket: Socket, bytes: Buffer, start: number, every: number, timers: Timers): void {
  socket.write(bytes.subarray(0, start))
  const step = (at: number) => {
    if (socket.destroyed || at >= bytes.length) return
    socket.write(bytes.subarray(at, at + 1))
    timers.after(every, () => step(at + 1))
  }
  step(start)
}

const mebibyte = 1024 * 1024

/** A JSON list of one endless row. Nothing is made before the peer has taken what went before, so memory stays flat here. */
export function pourGiant(response: ServerResponse, mebibytes: number, framing: 'sized' | 'chunked'): void {
  const opening = '["'
  const filling = Buffer.alloc(mebibyte, 'x')
  const length = opening.length + mebibytes * mebibyte + 2
  const sized = framing === 'sized' ? { 'Content-Length': String(length) } : {}
  response.writeHead(200, { 'Content-Type': 'application/json', ...sized })
  response.write(opening)
  let left = mebibytes
  const pour = () => {
    while (left > 0 && !response.destroyed) {
      left--
      if (!response.write(filling)) {
        response.once('drain', pour)
        return
      }
    }
    if (!response.destroyed) response.end('"]')
  }
  pour()
}
