import type { ServerResponse } from 'node:http'
import { isOlder } from './api-versions.ts'
import { breakOff } from './break-off.ts'
import { readFilters } from './filters.ts'
import type { Identity } from './identity.ts'
import { type EngineEvent, type Journal, matchesEvent } from './journal.ts'
import { commonHeaders, type Route } from './replies.ts'

/** The open `/events` connections, and ways to spoil what they carry. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>()
  readonly #journal: Journal
  readonly #identity: Identity
  #toDrop = 0
  #held: (() => void)[] | null = null

  constructor(journal: Journal, identity: Identity) {
    this.#journal = journal
    this.#identity = identity
  }

  /** How many clients listen. */
  get size(): number {
    return this.#open.size
  }

  /** Answers `GET /events`: kept events from `since` on, then live ones until `until` or until the client leaves. */
  serve(route: Route, response: ServerResponse): void {
    const filters = readFilters(route.query.get('filters'))
    const until = Number(route.query.get('until') ?? Number.POSITIVE_INFINITY)
    const concerned = (event: EngineEvent) => matchesEvent(filters, event)
    const send = (event: EngineEvent) => {
      if (response.writable) response.write(toLine(event, route.apiVersion))
    }
    response.writeHead(200, commonHeaders(this.#identity))
    response.flushHeaders()
    const past = route.query.has('since') ? this.#journal.after(Number(route.query.get('since'))) : []
    for (const event of past) if (concerned(event) && event.at / 1000 <= until) send(event)
    const left = until * 1000 - Date.now()
    if (left <= 0) {
      response.end()
      return
    }
    this.#follow(response, (event) => concerned(event) && this.#deliver(() => send(event)), left)
  }

  /** The next `count` events are lost on the way, as moby loses them for a listener slower than 100 ms. */
  drop(count: number): void {
    this.#toDrop += count
  }

  /** Keeps events back until `release`, which sends them in one burst. */
  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const send of held) send()
  }

  /** Ends every stream in order, as an engine that stops does. */
  close(): void {
    for (const response of this.#open) response.end()
  }

  /** Breaks every stream off, as a lost connection does. */
  reset(): void {
    for (const response of this.#open) if (response.socket) breakOff(response.socket)
  }

  #deliver(send: () => void): void {
    if (this.#toDrop > 0) this.#toDrop--
    else if (this.#held) this.#held.push(send)
    else send()
  }

  #follow(response: ServerResponse, onEvent: (event: EngineEvent) => void, left: number): void {
    this.#open.add(response)
    const stop = this.#journal.subscribe(onEvent)
    const timer = Number.isFinite(left) ? setTimeout(() => response.end(), left) : undefined
    response.once('close', () => {
      clearTimeout(timer)
      stop()
      this.#open.delete(response)
    })
  }
}

/** One line of the stream. Up to API 1.51 it repeats what `Actor` says under the names of API 1.21. */
export function toLine(event: EngineEvent, apiVersion: string): string {
  const { type, action, id, attributes, at } = event
  const repeated = type === 'container' && isOlder(apiVersion, '1.52')
  return `${JSON.stringify({
    ...(repeated ? { status: action, id, from: attributes.image } : {}),
    Type: type,
    Action: action,
    Actor: { ID: id, Attributes: attributes },
    scope: 'local',
    time: Math.floor(at / 1000),
    timeNano: at * 1_000_000,
  })}\n`
}
