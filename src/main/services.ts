import { networkInterfaces } from 'node:os'
import type { Container, ContainerDetails } from '#shared/container.ts'
import type { CallOutput, EventValue } from '#shared/contract.ts'
import type { Diagnosis } from '#shared/diagnosis.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import type { Settings } from '#shared/settings.ts'
import { localSource, type SourceId } from '#shared/source.ts'
import type { Doctor } from './doctor.ts'
import { connect, type Engine } from './engine/connect.ts'
import { inspectContainer, listContainers } from './engine/containers.ts'
import { publishedAddress } from './engine/published-address.ts'
import type { Session, Target } from './engine/session.ts'
import { Sessions } from './engine/sessions.ts'
import type { System } from './ports/system.ts'
import { dataFolder } from './settings/data-folder.ts'
import { SettingsStore } from './settings/settings.ts'
import { resolveLocal } from './sources/local.ts'

export type Log = { info(text: string): void; warn(text: string): void; error(text: string): void }

export type AppPorts = {
  system: System
  /** Where settings.json lives, made when first written; this platform's folder for Gangway unless told. */
  dataFolder?: string
  log: Log
  host: CallOutput<'app.info'>['host']
  version: string
  /** Hands an http or https address to the system's browser. */
  openExternal(address: string): Promise<void>
}

type Notice = EventValue<'notice'>

/** What the calls of the contract do, on the rooms below. */
export class Services {
  readonly info: CallOutput<'app.info'>
  readonly settings: SettingsStore
  readonly sessions: Sessions
  readonly #ports: AppPorts
  #doctor: Promise<Doctor> | undefined
  readonly #listeners = new Set<(notice: Notice) => void>()
  #unheard: Notice[] = []

  constructor(ports: AppPorts, settings: SettingsStore) {
    this.#ports = ports
    this.settings = settings
    const { version, host, system } = ports
    this.info = { version, host, dataFolder: folderOf(ports), platform: system.platform }
    const local = {
      resolve: () => this.#resolveLocal(),
      watchPath: (path: string, onChange: () => void) => system.watchPath(path, onChange),
    }
    this.sessions = new Sessions([{ id: localSource, name: 'This machine', ports: local }], () => this.#switchedOffBy())
  }

  /** Opens the sessions, unless engine access is off, and logs the one line a silent failure would need. */
  start(): void {
    const stop = this.sessions.listen((id, state) => {
      if (state.kind !== 'online' && state.kind !== 'offline') return
      stop()
      if (state.kind === 'online') return
      const endpoint = this.sessions.get(id)?.target?.endpoint
      const address = endpoint ? endpointText(endpoint) : 'no endpoint'
      this.#ports.log.warn(
        `the local engine cannot be used: ${state.problem.code} (${state.problem.status}) at ${address}`,
      )
    })
    void this.sessions.applySwitch()
  }

  async close(): Promise<void> {
    await this.sessions.close()
  }

  /** The rows of a source: from its live session, or asked once where no session is open (the command line). */
  async list(source: SourceId, all: boolean): Promise<Result<Container[]>> {
    const rows = await this.#use(
      source,
      (session) => session.list(),
      (engine) => listContainers(engine, { all }),
    )
    return rows.ok && !all ? ok(rows.value.filter(isActive)) : rows
  }

  inspect(source: SourceId, id: string): Promise<Result<ContainerDetails>> {
    const inspect = (engine: Engine) => inspectContainer(engine, id)
    return this.#use(source, (session) => withEngine(session, inspect), inspect)
  }

  /** Why a source can or cannot be used, proven by looking again now. */
  async diagnose(source: SourceId): Promise<Result<Diagnosis>> {
    if (!this.sessions.get(source)) return failed(unknownSource(source))
    const off = this.#switchedOffBy()
    if (off) return failed(problemOf('disabled', { by: off }))
    const doctor = await this.#callDoctor()
    return ok(await doctor.examineLocal(this.settings.value.pinned))
  }

  /** The same for an address given on the command line; the window cannot ask this. */
  async diagnoseHost(host: string): Promise<Result<Diagnosis>> {
    return (await this.#callDoctor()).examineHost(host)
  }

  /** Chooses what `local` is, among the places that were found; null returns to choosing by itself. */
  async pin(source: SourceId, candidate: string | null): Promise<Result<null>> {
    const session = this.sessions.get(source)
    if (!session || source !== localSource) return failed(unknownSource(source))
    const { candidates } = await resolveLocal(this.#ports.system, this.settings.value.pinned)
    const chosen = candidates.find(({ id, remote }) => id === candidate && !remote)
    if (candidate !== null && !chosen) return failed(problemOf('not-found', { what: 'candidate', id: candidate }))
    const changed = await this.changeSettings({ pinned: chosen ? endpointText(chosen.endpoint) : null })
    session.reconnect()
    return changed
  }

  async openPort(source: SourceId, id: string, publicPort: number): Promise<Result<{ opened: string }>> {
    const session = this.sessions.get(source)
    if (!session) return failed(unknownSource(source))
    const container = session.rows.get(id)
    if (!container) return failed(problemOf('not-found', { what: 'container', id }))
    const addresses = Object.values(networkInterfaces()).flatMap(
      (entries) => entries?.map(({ address }) => address) ?? [],
    )
    const address = publishedAddress(container, publicPort, session.target?.endpoint ?? null, addresses)
    if (!address.ok) return address
    await this.#ports.openExternal(address.value)
    return ok({ opened: address.value })
  }

  readSettings(): CallOutput<'settings.read'> {
    const { appearance, enabled } = this.settings.value
    return { appearance, enabled, switchedOffBy: this.#switchedOffBy() }
  }

  /** Applies a change at once. A disk that refuses is told in a notice: the change then holds until the app ends. */
  async changeSettings(change: Partial<Settings>): Promise<Result<null>> {
    try {
      await this.settings.update(change)
    } catch (error) {
      const message = `Settings hold until Gangway ends: ${error instanceof Error ? error.message : String(error)}`
      this.notify({ title: 'Settings could not be saved', message })
    }
    if ('enabled' in change) await this.sessions.applySwitch()
    return ok(null)
  }

  /** Tells the window something; kept until there is one. */
  notify(notice: Notice): void {
    if (this.#listeners.size === 0) this.#unheard.push(notice)
    for (const listener of this.#listeners) listener(notice)
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener)
    for (const notice of this.#unheard.splice(0)) listener(notice)
    return () => this.#listeners.delete(listener)
  }

  /** Loaded when first needed: a list that works needs no doctor. */
  #callDoctor(): Promise<Doctor> {
    this.#doctor ??= import('./doctor.ts').then(({ createDoctor }) => createDoctor(this.#ports.system))
    return this.#doctor
  }

  #switchedOffBy(): 'environment' | 'setting' | null {
    const variable = this.#ports.system.env.GANGWAY_DOCKER_ENABLED?.trim().toLowerCase()
    if (variable === 'false' || variable === '0' || variable === 'no' || variable === 'off') return 'environment'
    return this.settings.value.enabled ? null : 'setting'
  }

  async #resolveLocal(): Promise<Result<Target>> {
    const { endpoint, from, problem } = await resolveLocal(this.#ports.system, this.settings.value.pinned)
    if (problem) return failed(problem)
    return endpoint
      ? ok({ endpoint, from })
      : failed(problemOf('config-invalid', { detail: 'local resolves to nothing' }))
  }

  async #use<T>(
    source: SourceId,
    live: (session: Session) => Promise<Result<T>>,
    once: (engine: Engine) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const session = this.sessions.get(source)
    if (!session) return failed(unknownSource(source))
    if (session.state.kind !== 'idle') return live(session)
    const off = this.#switchedOffBy()
    if (off) return failed(problemOf('disabled', { by: off }))
    const target = await this.#resolveLocal()
    if (!target.ok) return target
    const engine = await connect(target.value.endpoint)
    if (!engine.ok) return engine
    try {
      return await once(engine.value)
    } finally {
      engine.value.close()
    }
  }
}

/** Reads the settings and builds the services; what is wrong with the file becomes a notice. */
export async function createServices(ports: AppPorts): Promise<Services> {
  const { store, complaint } = await SettingsStore.open(folderOf(ports))
  const services = new Services(ports, store)
  if (complaint) {
    ports.log.warn(complaint)
    services.notify({ title: 'The settings could not be read', message: complaint })
  }
  return services
}

function folderOf({ dataFolder: given, system }: AppPorts): string {
  return given ?? dataFolder(system)
}

async function withEngine<T>(session: Session, use: (engine: Engine) => Promise<Result<T>>): Promise<Result<T>> {
  const engine = await session.engine()
  return engine.ok ? use(engine.value) : engine
}

/** What `docker ps` lists without `--all`: whatever has a live process. */
function isActive(row: Container): boolean {
  return row.state === 'running' || row.state === 'paused' || row.state === 'restarting'
}

function unknownSource(source: SourceId) {
  return problemOf('unknown-source', { source })
}
