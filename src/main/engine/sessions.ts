import type { SessionState, SourceView } from '#shared/session.ts'
import type { SourceId } from '#shared/source.ts'
import { Session, type SessionPorts } from './session.ts'

export type Source = { id: SourceId; name: string; ports: SessionPorts }

/** What switches engine access off: the environment wins, because a setting cannot override who started the app. */
export type AccessSwitch = () => 'environment' | 'setting' | null

/** Every source's session. While engine access is off nothing is dialled and every session says so. */
export class Sessions {
  readonly #entries = new Map<SourceId, { name: string; session: Session }>()
  readonly #switchedOff: AccessSwitch

  constructor(sources: readonly Source[], switchedOff: AccessSwitch) {
    this.#switchedOff = switchedOff
    for (const { id, name, ports } of sources) this.#entries.set(id, { name, session: new Session(ports) })
  }

  get(id: SourceId): Session | undefined {
    return this.#entries.get(id)?.session
  }

  /** Opens or closes every session, as the switch says now. */
  async applySwitch(): Promise<void> {
    const by = this.#switchedOff()
    const sessions = [...this.#entries.values()].map((entry) => entry.session)
    if (by) await Promise.all(sessions.map((session) => session.close({ kind: 'disabled', by })))
    else for (const session of sessions) session.open()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#entries.values()].map((entry) => entry.session.close()))
  }

  /** After sleep every connection is suspect: drop them all and connect anew, each with its own jitter gone. */
  reconnectAll(): void {
    for (const { session } of this.#entries.values()) session.reconnect()
  }

  views(): SourceView[] {
    return [...this.#entries].map(([id, { name, session }]) => ({
      id,
      name,
      endpoint: session.target?.endpoint ?? null,
      from: session.target?.from ?? '',
      state: session.state,
      freshAt: session.freshAt,
      containers: session.rows.size,
    }))
  }

  /** Calls back whenever a source's view may have changed. */
  listen(onChange: (id: SourceId, state: SessionState) => void): () => void {
    const stops = [...this.#entries].map(([id, { session }]) =>
      session.listen({
        onState: (state) => onChange(id, state),
        onPatch: () => onChange(id, session.state),
      }),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }
}
