import type { SampleContainer } from './sample-container.ts'

/** The status as dockerd words it (moby daemon `state.String`): `Up 2 hours (healthy)`, `Exited (137) 3 hours ago`. */
export function statusText(container: SampleContainer, now: number): string {
  const { state, exitCode } = container
  const up = `Up ${humanDuration(now - container.startedAt)}`
  switch (state) {
    case 'running':
      return up + healthSuffix(container.health)
    case 'paused':
      return `${up} (Paused)`
    case 'restarting':
      return `Restarting (${exitCode}) ${humanDuration(now - container.finishedAt)} ago`
    case 'exited':
      return `Exited (${exitCode}) ${humanDuration(now - container.finishedAt)} ago`
    case 'created':
      return 'Created'
    case 'removing':
      return 'Removal In Progress'
    case 'dead':
      return 'Dead'
    default:
      return ''
  }
}

function healthSuffix(health: SampleContainer['health']): string {
  if (health === 'none') return ''
  return health === 'starting' ? ' (health: starting)' : ` (${health})`
}

/** Thresholds and words of docker/go-units `HumanDuration`. */
export function humanDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 1) return 'Less than a second'
  if (seconds === 1) return '1 second'
  if (seconds < 60) return `${seconds} seconds`
  const minutes = Math.floor(seconds / 60)
  if (minutes === 1) return 'About a minute'
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.floor(seconds / 3600 + 0.5)
  if (hours === 1) return 'About an hour'
  if (hours < 48) return `${hours} hours`
  if (hours < 24 * 7 * 2) return `${Math.floor(hours / 24)} days`
  if (hours < 24 * 30 * 2) return `${Math.floor(hours / 24 / 7)} weeks`
  if (hours < 24 * 365 * 2) return `${Math.floor(hours / 24 / 30)} months`
  return `${Math.floor(hours / 24 / 365)} years`
}
