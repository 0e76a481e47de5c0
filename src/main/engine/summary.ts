import { z } from 'zod'
import type { Container, ContainerState, Health, Port } from '#shared/container.ts'

const text = z.string().catch('')

const summaryPort = z.object({
  IP: text,
  PrivatePort: z.int(),
  PublicPort: z.int().optional().catch(undefined),
  Type: z.string().catch('tcp'),
})

const network = z.object({ IPAddress: text }).nullable().catch(null)

/**
 * One element of `GET /containers/json`. Nothing in it is trusted to be there: engines of twelve years, Podman and
 * proxies all leave fields out, so every field falls back by itself and a strange one never costs the row.
 */
const summary = z.object({
  Id: text,
  Names: z.array(text).catch([]),
  Image: text,
  State: text,
  Status: text,
  Created: z.number().catch(0),
  Ports: z.array(summaryPort.nullable().catch(null)).catch([]),
  Labels: z.unknown(),
  NetworkSettings: z.object({ Networks: z.unknown() }).nullable().catch(null),
  Mounts: z
    .array(
      z
        .object({ Type: text, Source: text, Destination: text, RW: z.boolean().catch(true), Name: text })
        .nullable()
        .catch(null),
    )
    .catch([]),
})
export type Summary = z.output<typeof summary>

/** Maps one element of the list; null for what is no object or has no id, which is no container. */
export function readSummary(value: unknown): Container | null {
  const parsed = summary.safeParse(value)
  return parsed.success && parsed.data.Id !== '' ? toContainer(parsed.data) : null
}

function toContainer(row: Summary): Container {
  const state = readState(row.State)
  const exitCode = readExitCode(row.Status)
  const labels = readPairs(row.Labels)
  return {
    id: row.Id,
    names: row.Names.map((name) => name.replace(/^\//, '')).filter((name) => name !== ''),
    image: row.Image,
    state,
    // An engine's unknown word for the state is not lost: it is what the row says.
    status: row.Status || (state === 'unknown' ? row.State : ''),
    health: readHealth(row.Status),
    created: row.Created,
    ...(exitCode === undefined ? {} : { exitCode }),
    networks: readNetworks(row.NetworkSettings?.Networks),
    ports: mergePorts(row.Ports),
    labels,
    mounts: row.Mounts.flatMap((mount) =>
      mount
        ? [{ type: mount.Type, source: mount.Source || mount.Name, target: mount.Destination, writable: mount.RW }]
        : [],
    ),
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

export function readState(word: string): ContainerState {
  return stateWords.get(word.toLowerCase()) ?? 'unknown'
}

/** The list tells health only inside the status: `Up 2 hours (healthy)`, `(unhealthy)`, `(health: starting)`. */
function readHealth(status: string): Health {
  if (status.includes('(healthy)')) return 'healthy'
  if (status.includes('(unhealthy)')) return 'unhealthy'
  return status.includes('(health: starting)') ? 'starting' : 'none'
}

/** `Exited (137) 3 hours ago`; `Restarting (1) 2 seconds ago` has one too. */
function readExitCode(status: string): number | undefined {
  const code = /^(?:Exited|Restarting) \((\d+)\)/.exec(status)?.[1]
  return code === undefined ? undefined : Number(code)
}

function readNetworks(value: unknown): Container['networks'] {
  return readEntries(value).map(([name, entry]) => ({ name, ip: network.parse(entry)?.IPAddress ?? '' }))
}

/** A port published on `0.0.0.0` and on `::` is one port: the addresses are gathered, the first one's place is kept. */
export function mergePorts(rows: Summary['Ports']): Port[] {
  const merged = new Map<string, Port>()
  for (const row of rows) {
    if (!row) continue
    const key = `${row.PrivatePort}/${row.PublicPort ?? ''}/${row.Type}`
    const known = merged.get(key)
    if (known) known.addresses.push(...(row.IP && !known.addresses.includes(row.IP) ? [row.IP] : []))
    else {
      const publicPort = row.PublicPort === undefined ? {} : { publicPort: row.PublicPort }
      merged.set(key, {
        privatePort: row.PrivatePort,
        ...publicPort,
        type: row.Type,
        addresses: row.IP ? [row.IP] : [],
      })
    }
  }
  return [...merged.values()].sort((a, b) => a.privatePort - b.privatePort || (a.publicPort ?? 0) - (b.publicPort ?? 0))
}

/** Text pairs of an object, sorted by key. Pairs and not an object: an engine may name a label `__proto__`. */
export function readPairs(value: unknown): { key: string; value: string }[] {
  return readEntries(value)
    .map(([key, entry]) => ({ key, value: typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

export function readEntries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function findLabel(labels: Container['labels'], key: string): string {
  return labels.find((label) => label.key === key)?.value ?? ''
}
