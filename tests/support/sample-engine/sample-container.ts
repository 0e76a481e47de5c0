import { createHash } from 'node:crypto'

export type SampleHealth = 'none' | 'starting' | 'healthy' | 'unhealthy'
export type SampleNetwork = { name: string; ip: string; gateway: string; ipv6: string; mac: string; aliases: string[] }
/** As the engine lists a port; one published on both families is two of these. */
export type SamplePort = { IP?: string; PrivatePort: number; PublicPort?: number; Type: string }
export type SampleMount = { type: 'bind' | 'volume'; source: string; target: string; writable: boolean }

/** What the sample engine knows of one container. Times are milliseconds since the epoch, 0 for never. */
export type SampleContainer = {
  id: string
  /** Without the leading slash, which is the wire's. */
  names: string[]
  image: string
  command: string[]
  state: string
  createdAt: number
  startedAt: number
  finishedAt: number
  exitCode: number
  health: SampleHealth
  ports: SamplePort[]
  labels: [key: string, value: string][]
  networks: SampleNetwork[]
  mounts: SampleMount[]
  environment: string[]
  user: string
  workingDirectory: string
  restartPolicy: string
  /** Replaces fields of the list's element as they stand: what no honest engine would say. */
  odd: Record<string, unknown>
}

const hour = 3_600_000

/** A container that has run for two hours; `fields` says what is different. The id follows from the first name. */
export function sampleContainer(fields: Partial<SampleContainer> = {}, now = Date.now()): SampleContainer {
  const names = fields.names ?? ['web']
  const state = fields.state ?? 'running'
  const started = state !== 'created'
  const ended = state === 'exited' || state === 'dead'
  return {
    id: hexOf(names[0] ?? 'nameless', 64),
    names,
    image: 'nginx:1.27',
    command: ['nginx', '-g', 'daemon off;'],
    state,
    createdAt: now - 3 * hour,
    startedAt: started ? now - 2 * hour : 0,
    finishedAt: ended ? now - hour : 0,
    exitCode: 0,
    health: 'none',
    ports: [],
    labels: [],
    networks: [sampleNetwork('bridge', 2)],
    mounts: [],
    environment: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    user: '',
    workingDirectory: '/',
    restartPolicy: 'unless-stopped',
    odd: {},
    ...fields,
  }
}

/** The `host`-th address of a network; each network's subnet follows from its name, `bridge` has Docker's default one. */
export function sampleNetwork(name: string, host: number, aliases: string[] = []): SampleNetwork {
  const subnet = name === 'bridge' ? 17 : 18 + (Number.parseInt(hexOf(name, 4), 16) % 14)
  const high = Math.floor(host / 256)
  const low = host % 256
  return {
    name,
    ip: `172.${subnet}.${high}.${low}`,
    gateway: `172.${subnet}.0.1`,
    ipv6: '',
    mac: `02:42:ac:${[subnet, high, low].map((byte) => byte.toString(16).padStart(2, '0')).join(':')}`,
    aliases,
  }
}

/** A published port as Docker lists it: once for each address family. */
export function publishedPort(privatePort: number, publicPort: number, type = 'tcp'): SamplePort[] {
  return ['0.0.0.0', '::'].map((IP) => ({ IP, PrivatePort: privatePort, PublicPort: publicPort, Type: type }))
}

/** The first `length` hexadecimal characters of a text's digest: ids that are the same in every run. */
export function hexOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}

export function isUp(container: SampleContainer): boolean {
  return ['running', 'paused', 'restarting'].includes(container.state)
}
