import type { Container } from '#shared/container.ts'
import type { failed, Result } from '#shared/result.ts'
import type { Engine } from './connect.ts'
import { listContainers } from './containers.ts'
import { type ContainerChange, followEvents } from './events.ts'
import type { RowPatch, Rows } from './rows.ts'

export type LiveTimes = {
  /** How long events are gathered before their rows are asked for. */
  gather: number
  /** How often the whole list is compared: Docker skips listeners that are slower than 100 ms. */
  resync: number
  /** How often a quiet engine is asked whether it is still there. */
  keepAlive: number
}
export const liveTimes: LiveTimes = { gather: 15, resync: 60_000, keepAlive: 10_000 }

/** More changed rows than this are cheaper to get as one whole list. */
const manyRows = 100

type Listener = { onSynced: () => void; onPatch: (patch: RowPatch) => void }

/**
 * Keeps `rows` equal to what the engine has: subscribes, lists, then patches single rows as events arrive and compares
 * the whole once a minute. Runs until `signal` aborts; rejects, with what stopped it, when the engine can no longer be
 * followed. `onSynced` is called whenever the rows are known to be right.
 */
export async function followList(
  engine: Engine,
  rows: Rows,
  listener: Listener,
  signal: AbortSignal,
  times: LiveTimes = liveTimes,
): Promise<void> {
  const stopped = new AbortController()
  const follower = new Follower(engine, rows, listener, stopped.signal, times)
  const stop = () => stopped.abort()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([
      followEvents(engine, {
        signal: stopped.signal,
        onOpen: () => follower.resync(),
        onChange: (change) => follower.note(change),
      }),
      follower.broken,
    ])
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
    follower.stop()
  }
}

class Follower {
  readonly #engine: Engine
  readonly #rows: Rows
  readonly #listener: Listener
  readonly #signal: AbortSignal
  readonly #times: LiveTimes
  readonly #timers: NodeJS.Timeout[]
  /** Ids whose rows have changed since they were last asked for. */
  #changed = new Set<string>()
  /** Ids destroyed while an answer is on its way: an older answer must not bring them back. */
  #gone = new Set<string>()
  #resyncDue = false
  #busy = false
  #gathering: NodeJS.Timeout | undefined
  #break: (error: unknown) => void = () => {}
  /** Rejects when a request of ours fails; never resolves. */
  readonly broken: Promise<never>

  constructor(engine: Engine, rows: Rows, listener: Listener, signal: AbortSignal, times: LiveTimes) {
    this.#engine = engine
    this.#rows = rows
    this.#listener = listener
    this.#signal = signal
    this.#times = times
    this.broken = new Promise((_, reject) => {
      this.#break = reject
    })
    this.#timers = [setInterval(() => this.resync(), times.resync), setInterval(() => this.#ping(), times.keepAlive)]
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
    clearTimeout(this.#gathering)
  }

  resync(): void {
    this.#resyncDue = true
    void this.#work()
  }

  note(change: ContainerChange): void {
    if (change.gone) {
      this.#changed.delete(change.id)
      this.#gone.add(change.id)
      if (this.#rows.remove(change.id)) this.#listener.onPatch({ changed: [], removed: [change.id] })
      return
    }
    this.#gone.delete(change.id)
    this.#changed.add(change.id)
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      void this.#work()
    }, this.#times.gather)
  }

  /** One question at a time; what comes up meanwhile is the next one. */
  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      while (!this.#signal.aborted && (this.#resyncDue || this.#changed.size > 0)) await this.#ask()
    } catch (error) {
      this.#break(error)
    } finally {
      this.#busy = false
    }
  }

  async #ask(): Promise<void> {
    const whole = this.#resyncDue || this.#changed.size > manyRows
    const ids = [...this.#changed]
    this.#resyncDue = false
    this.#changed = new Set()
    this.#gone = new Set()
    const answer = await this.#list(whole ? undefined : ids)
    if (!answer.ok) throw new ListFailure(answer)
    const rows = answer.value.filter((row) => !this.#gone.has(row.id))
    const patch = whole ? this.#rows.replace(rows) : this.#rows.merge(ids, rows)
    if (patch.changed.length > 0 || patch.removed.length > 0) this.#listener.onPatch(patch)
    this.#listener.onSynced()
  }

  #list(ids: string[] | undefined): Promise<Result<Container[]>> {
    return listContainers(this.#engine, { all: true, ...(ids ? { ids } : {}), signal: this.#signal })
  }

  /** A hung engine keeps its event stream open and silent, so it is asked. Nobody waits for the answer but the deadline. */
  #ping(): void {
    this.#engine.ping(this.#signal).then(
      () => this.#listener.onSynced(),
      (error: unknown) => this.#break(error),
    )
  }
}

/** Carries an already classified failure out of the follower. */
export class ListFailure extends Error {
  readonly result: ReturnType<typeof failed>
  constructor(result: ReturnType<typeof failed>) {
    super(result.problem.raw)
    this.result = result
  }
}
