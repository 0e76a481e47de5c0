import type { Journal } from './journal.ts'
import { hexOf, isUp, type SampleContainer, type SampleHealth } from './sample-container.ts'

/** The engine's containers. Every change records the events that dockerd emits for it, in dockerd's order. */
export class ContainerSet {
  readonly #containers = new Map<string, SampleContainer>()
  readonly #journal: Journal

  constructor(containers: readonly SampleContainer[], journal: Journal) {
    this.#journal = journal
    for (const container of containers) this.#containers.set(container.id, container)
  }

  /** Newest first, as the engine lists. */
  list(): SampleContainer[] {
    return [...this.#containers.values()].sort((a, b) => b.createdAt - a.createdAt)
  }

  /** By whole id, name, or the beginning of an id, in that order. */
  find(reference: string): SampleContainer | undefined {
    const all = [...this.#containers.values()]
    return (
      this.#containers.get(reference) ??
      all.find((container) => container.names.includes(reference)) ??
      all.find((container) => container.id.startsWith(reference))
    )
  }

  /** Adds a container (`create`, and `start` when it runs) or replaces the one of that id (`update`). */
  upsert(container: SampleContainer): void {
    const known = this.#containers.has(container.id)
    this.#containers.set(container.id, container)
    this.#emit(container, known ? 'update' : 'create')
    if (!known && isUp(container)) this.#emitStart(container)
  }

  start(reference: string): void {
    const container = this.#change(reference, { state: 'running', startedAt: Date.now(), finishedAt: 0, exitCode: 0 })
    this.#emitStart(container)
  }

  /** Ends as on SIGTERM, unless told otherwise. */
  stop(reference: string, exitCode = 143): void {
    this.#emit(this.#get(reference), 'kill', { signal: '15' })
    this.#emit(this.#exit(reference, exitCode), 'stop')
  }

  /** Ends by itself: `die` without `kill` and `stop`. */
  crash(reference: string, exitCode = 1): void {
    this.#exit(reference, exitCode)
  }

  pause(reference: string): void {
    this.#emit(this.#change(reference, { state: 'paused' }), 'pause')
  }

  unpause(reference: string): void {
    this.#emit(this.#change(reference, { state: 'running' }), 'unpause')
  }

  rename(reference: string, name: string): void {
    const oldName = this.#get(reference).names[0] ?? ''
    this.#emit(this.#change(reference, { names: [name] }), 'rename', { oldName: `/${oldName}` })
  }

  setHealth(reference: string, health: SampleHealth): void {
    this.#emit(this.#change(reference, { health }), `health_status: ${health}`)
  }

  /** A health check that changed nothing: three events of no meaning for a list, every few seconds on a real engine. */
  checkHealth(reference: string): void {
    const container = this.#get(reference)
    const execID = hexOf(`exec ${container.id}`, 64)
    this.#emit(container, 'exec_create: /bin/true', { execID })
    this.#emit(container, 'exec_start: /bin/true', { execID })
    this.#emit(container, 'exec_die', { execID, exitCode: '0' })
  }

  remove(reference: string): void {
    const container = this.#get(reference)
    if (isUp(container)) {
      this.#emit(container, 'kill', { signal: '9' })
      this.#exit(reference, 137)
    }
    this.#containers.delete(container.id)
    this.#emit(container, 'destroy')
  }

  #exit(reference: string, exitCode: number): SampleContainer {
    const ended = { state: 'exited', health: 'none' as const, finishedAt: Date.now(), exitCode }
    const container = this.#change(reference, ended)
    this.#emit(container, 'die', { exitCode: String(exitCode) })
    this.#emitNetworks(container, 'disconnect')
    return container
  }

  #emitStart(container: SampleContainer): void {
    this.#emitNetworks(container, 'connect')
    this.#emit(container, 'start')
  }

  #emitNetworks(container: SampleContainer, action: string): void {
    for (const { name } of container.networks) {
      const attributes = { container: container.id, name, type: 'bridge' }
      this.#journal.record({ type: 'network', action, id: hexOf(`network ${name}`, 64), attributes })
    }
  }

  #emit(container: SampleContainer, action: string, more: Record<string, string> = {}): void {
    const attributes = {
      ...Object.fromEntries(container.labels),
      ...more,
      image: container.image,
      name: container.names[0] ?? '',
    }
    this.#journal.record({ type: 'container', action, id: container.id, attributes })
  }

  #change(reference: string, fields: Partial<SampleContainer>): SampleContainer {
    const container = { ...this.#get(reference), ...fields }
    this.#containers.set(container.id, container)
    return container
  }

  #get(reference: string): SampleContainer {
    const container = this.find(reference)
    if (!container) throw new RangeError(`the sample engine has no container ${reference}`)
    return container
  }
}
