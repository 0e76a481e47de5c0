import { randomUUID } from 'node:crypto'
import type { EventName, EventValue, StreamInput, StreamItem, StreamName } from '#shared/contract.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'

/** One window (or browser tab): what it opened ends with it. */
export type Caller = {
  id: string
  send<N extends EventName>(name: N, value: EventValue<N>): void
}

/**
 * Where a stream's items come from. It is asked for the next one only when the window has credit, and merges what happens
 * meanwhile, so a slow window costs no memory. `wake` (given at creation) says that there may be something to take.
 */
export type Feed<T> = { take(): T | undefined; close(): void }

export type Feeds = { [N in StreamName]: (input: StreamInput<N>, wake: () => void) => Result<Feed<StreamItem<N>>> }

type Open = { caller: Caller; feed: Feed<unknown>; credits: number }

const mostCredits = 64
/** More than any window needs; a renderer that opens without end is stopped here. */
const mostStreamsPerCaller = 64

export class StreamHub {
  readonly #feeds: Feeds
  readonly #open = new Map<string, Open>()

  constructor(feeds: Feeds) {
    this.#feeds = feeds
  }

  /** Answers the new stream's id. Nothing flows before the first credit, so the caller can get ready. */
  open<N extends StreamName>(caller: Caller, name: N, input: StreamInput<N>): Result<string> {
    const already = [...this.#open.values()].filter((stream) => stream.caller.id === caller.id).length
    if (already >= mostStreamsPerCaller) return failed(problemOf('refused', { detail: 'too many open streams' }))
    const id = randomUUID()
    const feed = this.#feeds[name](input, () => this.#flow(id))
    if (!feed.ok) return feed
    this.#open.set(id, { caller, feed: feed.value, credits: 0 })
    return ok(id)
  }

  /** Grants credit. A stream of another caller is as unknown as one that never was. */
  credit(caller: Caller, id: string, credits: number): Result<null> {
    const stream = this.#find(caller, id)
    if (!stream) return failed(problemOf('not-found', { what: 'stream', id }))
    stream.credits = Math.min(mostCredits, stream.credits + credits)
    this.#flow(id)
    return ok(null)
  }

  close(caller: Caller, id: string): Result<null> {
    const stream = this.#find(caller, id)
    if (!stream) return failed(problemOf('not-found', { what: 'stream', id }))
    this.#end(id, stream)
    return ok(null)
  }

  /** The window is gone or reloads: everything it opened ends. */
  closeAll(caller: Pick<Caller, 'id'>): void {
    for (const [id, stream] of this.#open) if (stream.caller.id === caller.id) this.#end(id, stream)
  }

  get size(): number {
    return this.#open.size
  }

  #find(caller: Caller, id: string): Open | undefined {
    const stream = this.#open.get(id)
    return stream?.caller.id === caller.id ? stream : undefined
  }

  #end(id: string, stream: Open): void {
    this.#open.delete(id)
    stream.feed.close()
  }

  #flow(id: string): void {
    const stream = this.#open.get(id)
    if (!stream) return
    while (stream.credits > 0) {
      const item = stream.feed.take()
      if (item === undefined) return
      stream.credits -= 1
      stream.caller.send('stream', { kind: 'item', stream: id, item })
    }
  }
}
