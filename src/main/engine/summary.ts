import type { Container, ContainerState, Health, Port } from '#shared/container.ts'
import { fieldsOf, listOf, numberOf, pairsOf, portOf, textOf } from './untrusted.ts'

/**
 * One element of `GET /containers/json` as a row; null for what is no object or has no id. Nothing in it is trusted to
 * be there: engines of twelve years, Podman and proxies all leave fields out, and a strange one never costs the row.
 */
export function readSummary(value: unknown): Container | null {
  const row = fieldsOf(value)
  const id = textOf(row.Id)
  if (id === '') return null
  const status = textOf(row.Status)
  const state = readState(textOf(row.State))
  const exitCode = readExitCode(status)
  const labels = pairsOf(row.Labels)
  return {
    id,
    names: listOf(row.Names)
      .map((name) => textOf(name).replace(/^\//, ''))
      .filter((name) => name !== ''),
    image: textOf(row.Image),
    state,
    // An engine's unknown word for the state is not lost: it is what the row says.
    status: status || (state === 'unknown' ? textOf(row.State) : ''),
    health: readHealth(status),
    created: numberOf(row.Created),
    ...(exitCode === undefined ? {} : { exitCode }),
    networks: Object.entries(fieldsOf(fieldsOf(row.NetworkSettings).Networks)).map(([name, network]) => ({
      name,
      ip: textOf(fieldsOf(network).IPAddress),
    })),
    ports: mergePorts(listOf(row.Ports)),
    labels,
    mounts: listOf(row.Mounts).map(readMount),
    project: findLabel(labels, 'com.docker.compose.project') || findLabel(labels, 'io.podman.compose.project'),
    service: findLabel(labels, 'com.docker.compose.service'),
  }
}

/** Docker's own words, then Podman's that mean the same (`podman ps` of 4.x). */
const stateWords: ReadonlyMap<string, ContainerState> = new Map([
  ['running', 'running'],
  ['restarting', 'restarting'],
  ['paused', 'paused'],
  ['exited', 'exited'],
  ['created', 'created'],
  ['removing', 'removing'],
  ['dead', 'dead'],
  ['configured', 'created'],
  ['initialized', 'created'],
  ['stopped', 'exited'],
  ['stopping', 'running'],
])

function readState(word: string): ContainerState {
  return stateWords.get(word.toLowerCase()) ?? 'unknown'
}

/** The list tells health only inside the status: `Up 2 hours (healthy)`, `(unhealthy)`, `(health: starting)`. */
function readHealth(status: string): Health {
  if (status.endsWith('(healthy)')) return 'healthy'
  if (status.endsWith('(unhealthy)')) return 'unhealthy'
  return status.endsWith('(health: starting)') ? 'starting' : 'none'
}

/** `Exited (137) 3 hours ago`; `Restarting (1) 2 seconds ago` has one too. */
function readExitCode(status: string): number | undefined {
  const code = /^(?:Exited|Restarting) \((\d{1,9})\)/.exec(status)?.[1]
  return code === undefined ? undefined : Number(code)
}

/** A port published on `0.0.0.0` and on `::` is one port: the addresses are gathered. Sorted by the container's port. */
function mergePorts(entries: readonly unknown[]): Port[] {
  const merged = new Map<string, Port>()
  for (const entry of entries) {
    const { IP, PrivatePort, PublicPort, Type } = fieldsOf(entry)
    const privatePort = portOf(PrivatePort)
    if (privatePort === undefined) continue
    const publicPort = portOf(PublicPort)
    const type = textOf(Type) || 'tcp'
    const key = `${privatePort}/${publicPort ?? ''}/${type}`
    const known = merged.get(key) ?? { privatePort, ...(publicPort ? { publicPort } : {}), type, addresses: [] }
    const address = textOf(IP)
    if (address && !known.addresses.includes(address)) known.addresses.push(address)
    merged.set(key, known)
  }
  return [...merged.values()].sort((a, b) => a.privatePort - b.privatePort || (a.publicPort ?? 0) - (b.publicPort ?? 0))
}

function readMount(value: unknown): Container['mounts'][number] {
  const mount = fieldsOf(value)
  return {
    type: textOf(mount.Type),
    source: textOf(mount.Source) || textOf(mount.Name),
    target: textOf(mount.Destination),
    writable: mount.RW !== false,
  }
}

function findLabel(labels: Container['labels'], key: string): string {
  return labels.find((label) => label.key === key)?.value ?? ''
}
