import type { Container, ContainerState, Port } from '#shared/container.ts'
import { shortId } from '#shared/short-id.ts'
import type { StatusLook } from '../../ui/status-icon.tsx'

/** What a container is shown as: its state, or `unhealthy` where its health check says so. */
export type ShownState = ContainerState | 'unhealthy'

export const looks: Record<ShownState, StatusLook> = {
  running: { shape: 'dot', tone: 'good', word: 'running' },
  restarting: { shape: 'half', tone: 'busy', word: 'restarting' },
  paused: { shape: 'bars', tone: 'warn', word: 'paused' },
  unhealthy: { shape: 'cross', tone: 'bad', word: 'unhealthy' },
  exited: { shape: 'ring', tone: 'quiet', word: 'exited' },
  created: { shape: 'dashed', tone: 'quiet', word: 'created' },
  removing: { shape: 'half', tone: 'quiet', word: 'removing' },
  dead: { shape: 'cross', tone: 'bad', word: 'dead' },
  unknown: { shape: 'dashed', tone: 'warn', word: 'unknown' },
}

export function shownState(container: Container): ShownState {
  return container.state === 'running' && container.health === 'unhealthy' ? 'unhealthy' : container.state
}

/** The first name, or the short id of a container that has none. */
export function displayName(container: Container): string {
  return container.names[0] || shortId(container.id)
}

/** The image as people write it: a bare hash is cut to 12 characters, all else stays whole. */
export function imageText(image: string): string {
  const hash = /^(?:sha256:)?([0-9a-f]{64})$/.exec(image)?.[1]
  return hash ? shortId(hash) : image
}

const unitWords: Record<string, string> = {
  second: 's',
  minute: 'min',
  hour: 'h',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'y',
}

const statusPattern =
  /^(?:Up|Exited \((-?\d+)\)|Restarting \(-?\d+\)) (?:(Less than|About)? ?(?:(\d+)|an?) (second|minute|hour|day|week|month|year)s?)/

/** The age in an engine's status, shortened: `Up 2 hours (healthy)` → `2 h`, `Exited (0) About a minute ago` → `1 min`. Empty where there is none. */
export function statusAge(status: string): string {
  const match = statusPattern.exec(status)
  const unit = unitWords[match?.[4] ?? '']
  if (!match || !unit) return ''
  return `${match[2] === 'Less than' ? '<' : ''}${match[3] ?? '1'} ${unit}`
}

/** What the status column says beside the icon, in two parts: the word that matters and its age. */
export function statusWords(container: Container): { word: string; detail: string } {
  const shown = shownState(container)
  const age = statusAge(container.status)
  if (shown === 'running') {
    if (!age) return { word: 'running', detail: '' }
    return { word: `Up ${age}`, detail: container.health === 'starting' ? 'health starting' : '' }
  }
  if (shown === 'unhealthy') return { word: 'unhealthy', detail: age && `Up ${age}` }
  if (shown === 'exited') return { word: 'exited', detail: age && `${age} ago` }
  if (shown === 'unknown') return { word: container.status || 'unknown', detail: '' }
  return { word: shown, detail: shown === 'restarting' ? age && `${age} ago` : age && `Up ${age}` }
}

/** `8080→80` for a published port, `80` for one that is only exposed; the protocol where it is not TCP. */
export function portText(port: Port): string {
  const suffix = port.type === 'tcp' ? '' : `/${port.type}`
  return port.publicPort === undefined
    ? `${port.privatePort}${suffix}`
    : `${port.publicPort}→${port.privatePort}${suffix}`
}

/** Published ones first, then by number. */
export function sortedPorts(ports: readonly Port[]): Port[] {
  return [...ports].sort(
    (a, b) =>
      Number(a.publicPort === undefined) - Number(b.publicPort === undefined) ||
      (a.publicPort ?? a.privatePort) - (b.publicPort ?? b.privatePort),
  )
}
