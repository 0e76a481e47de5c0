import { classify } from '#main/problems/classify.ts'
import type { Container } from '#shared/container.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import type { Problem } from '#shared/problem.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import type { SessionState } from '#shared/session.ts'
import { backoffDelay } from './backoff.ts'
import { type ConnectOptions, connect, type Engine } from './connect.ts'
import { followList, ListFailure, type LiveTimes } from './live-list.ts'
import { type RowPatch, Rows } from './rows.ts'

/** Where a session connects, and where that address came from, in words. */
export type Target = { endpoint: Endpoint; from: string }

export type SessionPorts = {
  /** Asked before every attempt, so a changed setting or context takes effect at the next one. */
  resolve(): Promise<Result<Target>>
  /** Calls back when something at the path changes; returns the function that stops watching. */
  watchPath(path: string, onChange: () => void): () => void
  limits?: ConnectOptions['limits']
  times?: LiveTimes
}

/** Milliseconds without a further change before a watched socket is tried. */
const settleTime = 100

/** Milliseconds after which a connection counts as good. */
const settledAfter = 1_000

export type SessionListener = {
  onState(state: SessionState): void
  onPatch(patch: RowPatch): void
}

/** The live connection to one source. Its rows outlive the connection: the last good list stays. */
export class Session {
  readonly rows = new Rows()
  readonly #ports: SessionPorts
  readonly #listeners = new Set<SessionListener>()
  #state: SessionState = { kind: 'idle' }
  #target: Target | null = null
  #engine: Engine | null = null
  #freshAt = 0
  #attempt = 0
  #running: { stop: AbortController; done: Promise<void> } | null = null
  #wake: () => void = () => {}

  constructor(ports: SessionPorts) {
    this.#ports = ports
  }

  get state(): SessionState {
    return this.#state
  }
  get target(): Target | null {
    return this.#target
  }
  /** When the rows were last known to be right, milliseconds since the epoch; 0 if never. */
  get freshAt(): number {
    return this.#freshAt
  }

  /** Starts connecting, unless it has. Returns at once; the state tells how it goes. */
  open(): void {
    if (this.#running) return
    const stop = new AbortController()
    this.#running = { stop, done: this.#run(stop.signal) }
  }

  /** Tries again now: on the user's demand, when the socket changes, after sleep. Does nothing while connected. */
  retry(): void {
    this.#attempt = 0
    this.#wake()
  }

  /** Drops the connection and connects anew, for a changed address or after sleep. */
  reconnect(): void {
    this.#engine?.close()
    this.retry()
  }

  /** Ends the connection and dials no more until `open`. */
  async close(state: Extract<SessionState, { kind: 'idle' | 'disabled' }> = { kind: 'idle' }): Promise<void> {
    const running = this.#running
    this.#running = null
    running?.stop.abort()
    this.#engine?.close()
    this.#wake()
    await running?.done
    // Somebody may have opened it again meanwhile.
    if (!this.#running) this.#setState(state)
  }

  listen(listener: SessionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The engine, once its list is here; the problem while there is none. Waits for an attempt that is under way. */
  async engine(): Promise<Result<Engine>> {
    await this.#settled()
    if (this.#engine) return ok(this.#engine)
    if (this.#state.kind === 'offline') return failed(this.#state.problem)
    if (this.#state.kind === 'disabled') return failed(problemOf('disabled', { by: this.#state.by }))
    return failed(problemOf('cancelled'))
  }

  /** The rows, kept right by the live connection; the problem while there is none. */
  async list(): Promise<Result<Container[]>> {
    const engine = await this.engine()
    return engine.ok ? ok(this.rows.list()) : engine
  }

  #settled(): Promise<void> {
    if (this.#state.kind !== 'connecting') return Promise.resolve()
    return new Promise((resolve) => {
      const stop = this.listen({
        onState: (state) => {
          if (state.kind === 'connecting') return
          stop()
          resolve()
        },
        onPatch: () => {},
      })
    })
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#setState({ kind: 'connecting', since: Date.now() })
      const problem = await this.#live(signal)
      const lived = this.#state.kind === 'online' && Date.now() - this.#state.since > settledAfter
      this.#engine?.close()
      this.#engine = null
      // A good connection that was cut is dialled again at once: either that works, or it names what is wrong now.
      const again = lived && problem?.code === 'connection-lost'
      if (problem && !again && !signal.aborted) await this.#wait(problem, signal)
    }
  }

  /** One connection from dial to end; answers what ended it, or null when it was closed. */
  async #live(signal: AbortSignal): Promise<Problem | null> {
    try {
      const target = await this.#ports.resolve()
      this.#target = target.ok ? target.value : null
      if (!target.ok) return target.problem
      const { limits, times } = this.#ports
      const engine = await connect(target.value.endpoint, { signal, ...(limits ? { limits } : {}) })
      if (!engine.ok) return engine.problem
      this.#engine = engine.value
      await followList(engine.value, this.rows, this.#liveListener(engine.value), signal, times)
      return null
    } catch (error) {
      if (signal.aborted) return null
      if (error instanceof ListFailure) return error.result.problem
      const endpoint = this.#target?.endpoint
      return classify(error, {
        transport: endpoint?.kind ?? 'unix',
        phase: 'stream',
        ...(endpoint ? { endpoint } : {}),
      })
    }
  }

  #liveListener(engine: Engine) {
    return {
      onSynced: () => {
        this.#freshAt = Date.now()
        this.#attempt = 0
        // A keep-alive that was answered is no news: the time of the last one goes out with whatever ends it.
        if (this.#state.kind !== 'online') this.#setState({ kind: 'online', since: this.#freshAt, engine: engine.info })
      },
      onPatch: (patch: RowPatch) => {
        this.#freshAt = Date.now()
        for (const listener of this.#listeners) listener.onPatch(patch)
      },
    }
  }

  /** Offline until the next attempt is due, or until somebody wakes us. */
  async #wait(problem: Problem, signal: AbortSignal): Promise<void> {
    const now = Date.now()
    const delay = backoffDelay(this.#attempt++, Math.random())
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    signal.addEventListener('abort', this.#wake, { once: true })
    const timer = setTimeout(this.#wake, delay)
    const stopWatching = this.#watch()
    this.#setState({ kind: 'offline', problem, since: now, retryAt: now + delay })
    await woken
    clearTimeout(timer)
    stopWatching()
    this.#wake = () => {}
  }

  /** Wakes when something happens to the socket's file: it reappears, or its owner, group, mode or ACL changes. */
  #watch(): () => void {
    const endpoint = this.#target?.endpoint
    if (endpoint?.kind !== 'unix') return () => {}
    let timer: NodeJS.Timeout | undefined
    const stop = this.#ports.watchPath(endpoint.path, () => {
      // An engine binds its socket, then sets the owner, then listens: one attempt after the last of these.
      clearTimeout(timer)
      timer = setTimeout(() => this.retry(), settleTime)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }

  #setState(state: SessionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener.onState(state)
  }
}
