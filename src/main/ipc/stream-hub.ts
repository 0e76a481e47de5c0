import type { EventName, EventValue, StreamInput, StreamItem, StreamName } from '#shared/contract.ts'
import { type Problem, problemOf } from '#shared/problem.ts'
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

type Open = { feed: Feed<unknown>; credits: number }

const mostCredits = 64
/** More than any window needs; a renderer that opens without end is stopped here. */
const mostStreamsPerCaller = 64

export class StreamHub {
  readonly #feeds: Feeds
  /** By caller, then by the caller's number. */
  readonly #open = new Map<string, Map<number, Open>>()

  constructor(feeds: Feeds) {
    this.#feeds = feeds
  }

  /** Starts a stream under the caller's own number for it. Nothing flows before the first credit. */
  open<N extends StreamName>(caller: Caller, stream: number, name: N, input: StreamInput<N>): Result<null> {
    const own = this.#streamsOf(caller)
    if (own.has(stream)) return failed(problemOf('refused', { detail: 'a stream of this number is open' }))
    if (own.size >= mostStreamsPerCaller) return failed(problemOf('refused', { detail: 'too many open streams' }))
    const feed = this.#feeds[name](input, () => this.#flow(caller, stream))
    if (!feed.ok) return feed
    own.set(stream, { feed: feed.value, credits: 0 })
    this.#open.set(caller.id, own)
    return ok(null)
  }

  /** Grants credit. A stream of another caller is as unknown as one that never was. */
  credit(caller: Caller, stream: number, credits: number): Result<null> {
    const open = this.#streamsOf(caller).get(stream)
    if (!open) return failed(unknownStream(stream))
    open.credits = Math.min(mostCredits, open.credits + credits)
    this.#flow(caller, stream)
    return ok(null)
  }

  close(caller: Caller, stream: number): Result<null> {
    const open = this.#streamsOf(caller).get(stream)
    if (!open) return failed(unknownStream(stream))
    this.#streamsOf(caller).delete(stream)
    open.feed.close()
    return ok(null)
  }

  /** The window is gone or reloads: everything it opened ends. */
  closeAll(caller: Pick<Caller, 'id'>): void {
    const open = this.#streamsOf(caller)
    this.#open.delete(caller.id)
    for (const { feed } of open.values()) feed.close()
  }

  get size(): number {
    return [...this.#open.values()].reduce((sum, streams) => sum + streams.size, 0)
  }

  #streamsOf({ id }: Pick<Caller, 'id'>): Map<number, Open> {
    return this.#open.get(id) ?? new Map()
  }

  #flow(caller: Caller, stream: number): void {
    const open = this.#streamsOf(caller).get(stream)
    if (!open) return
    while (open.credits > 0) {
      const item = open.feed.take()
      if (item === undefined) return
      open.credits -= 1
      caller.send('stream', { kind: 'item', stream, item: JSON.stringify(item) })
    }
  }
}

function unknownStream(stream: number): Problem {
  return problemOf('not-found', { what: 'stream', id: String(stream) })
}
