import type { System } from '#main/ports/system.ts'
import type { Finding, ProbeName } from '#shared/diagnosis.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { probeContainer } from './probes/container.ts'
import { probeGroups } from './probes/groups.ts'
import { probeInstalled } from './probes/installed.ts'
import { probeSocket } from './probes/socket.ts'

/** Milliseconds: a path on a dead network mount answers never. */
const deadline = 2_500

/** Runs every probe that can say something about the endpoint, side by side. Changes nothing and never rejects. */
export function runProbes(system: System, endpoint: Endpoint | null): Promise<Finding[]> {
  const path = endpoint?.kind === 'unix' ? endpoint.path : null
  const isLocal = path !== null || endpoint?.kind === 'npipe'
  return Promise.all([
    ...(path === null
      ? []
      : [inTime('socket', probeSocket(system, path)), inTime('groups', probeGroups(system, path))]),
    ...(isLocal ? [inTime('installed', probeInstalled(system)), inTime('container', probeContainer(system))] : []),
  ])
}

async function inTime(probe: ProbeName, answer: Promise<Finding>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    const summary = 'the system did not answer in time'
    timer = setTimeout(() => resolve({ probe, verdict: 'unreadable', summary, facts: null }), deadline)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
