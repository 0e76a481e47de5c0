import { type Filters, matchesSome } from './filters.ts'

/** One engine event as it happened; what a stream writes depends on the API version asked for. */
export type EngineEvent = {
  type: 'container' | 'network'
  action: string
  id: string
  attributes: Record<string, string>
  /** Milliseconds since the epoch. */
  at: number
}

/** moby keeps this many events for those who ask with `since`. */
const backlogLength = 256

/** What has happened, and who is to be told. */
export class Journal {
  readonly #backlog: EngineEvent[] = []
  readonly #readers = new Set<(event: EngineEvent) => void>()

  record(event: Omit<EngineEvent, 'at'>, at = Date.now()): void {
    const recorded = { ...event, at }
    this.#backlog.push(recorded)
    if (this.#backlog.length > backlogLength) this.#backlog.shift()
    for (const reader of this.#readers) reader(recorded)
  }

  /** Kept events from `since` on, seconds since the epoch. */
  after(since: number): EngineEvent[] {
    return this.#backlog.filter((event) => event.at / 1000 >= since)
  }

  subscribe(reader: (event: EngineEvent) => void): () => void {
    this.#readers.add(reader)
    return () => this.#readers.delete(reader)
  }
}

export function matchesEvent(filters: Filters, event: EngineEvent): boolean {
  const base = event.action.split(':')[0]
  return (
    matchesSome(filters.get('type'), (type) => event.type === type) &&
    matchesSome(filters.get('event'), (action) => action === event.action || action === base) &&
    matchesSome(filters.get('container'), (container) => concerns(event, container))
  )
}

function concerns(event: EngineEvent, container: string): boolean {
  const id = event.type === 'network' ? event.attributes.container : event.id
  return id?.startsWith(container) === true || event.attributes.name === container
}
