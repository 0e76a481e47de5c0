import { createRandom, type Random } from './random.ts'
import {
  hexOf,
  publishedPort,
  type SampleContainer,
  type SampleHealth,
  type SamplePort,
  sampleContainer,
  sampleNetwork,
} from './sample-container.ts'
import { type SampleProject, type SampleService, sampleLoners, sampleProjects } from './sample-projects.ts'

const minute = 60_000
const day = 1440 * minute

/** One turn of the sequence: every project once, then one loner. */
type Slot = { project: SampleProject | null; service: SampleService; round: number }

/**
 * The first `count` containers of an endless, lifelike machine: compose projects (`shop`, then `shop-2` …) and a few
 * containers of none, in every state and health. The same `seed` gives the same ones; ages count back from `now`.
 */
export function sampleContainers(count: number, seed = 1, now = Date.now()): SampleContainer[] {
  const random = createRandom(seed)
  const containers: SampleContainer[] = []
  for (const slot of slots()) {
    if (containers.length >= count) break
    containers.push(fromSlot(slot, containers.length, random, now))
  }
  return containers
}

function* slots(): Generator<Slot> {
  for (let round = 1; ; round++) {
    for (const project of sampleProjects) for (const service of project.services) yield { project, service, round }
    for (const service of sampleLoners) yield { project: null, service, round }
  }
}

function fromSlot(slot: Slot, index: number, random: Random, now: number): SampleContainer {
  const { project, service, round } = slot
  const suffix = round === 1 ? '' : `-${round}`
  const projectName = project ? project.project + suffix : ''
  const name = project ? `${projectName}-${service.service}-1` : service.service + suffix
  const life = chooseLife(service, random, now)
  return sampleContainer(
    {
      ...life,
      id: hexOf(`${name} ${index}`, 64),
      names: [name],
      image: service.image,
      command: service.command,
      ports: toPorts(service, round),
      labels: project ? composeLabels(project, projectName, service.service) : [],
      networks: toNetworks(service, projectName, index),
      mounts: toMounts(service),
      environment: ['PATH=/usr/local/bin:/usr/bin:/bin', ...(service.environment ?? [])],
      user: service.user ?? '',
      restartPolicy: project ? 'unless-stopped' : 'no',
    },
    now,
  )
}

type Life = Pick<SampleContainer, 'state' | 'health' | 'exitCode' | 'createdAt' | 'startedAt' | 'finishedAt'>

/** Four in five run; the rest shows every other state. */
function chooseLife(service: SampleService, random: Random, now: number): Life {
  const dice = random.next()
  const age = random.between(5 * minute, 40 * day)
  const createdAt = now - age
  const startedAt = createdAt + random.between(1000, 3000)
  const ended = { startedAt, finishedAt: now - random.between(minute, age - 4000) }
  if (dice < 0.8) {
    return { state: 'running', health: chooseHealth(service, dice), exitCode: 0, createdAt, startedAt, finishedAt: 0 }
  }
  const life = { health: 'none' as const, exitCode: 0, createdAt }
  if (dice < 0.91) return { ...life, ...ended, state: 'exited', exitCode: random.pick([0, 0, 1, 137, 143]) }
  if (dice < 0.94) return { ...life, state: 'created', startedAt: 0, finishedAt: 0 }
  if (dice < 0.96) return { ...life, state: 'paused', startedAt, finishedAt: 0 }
  if (dice < 0.985) {
    return { ...life, state: 'restarting', startedAt, finishedAt: now - random.between(1000, 20_000), exitCode: 1 }
  }
  return { ...life, ...ended, state: 'dead' }
}

function chooseHealth(service: SampleService, dice: number): SampleHealth {
  if (!service.checked) return 'none'
  if (dice < 0.04) return 'unhealthy'
  return dice < 0.07 ? 'starting' : 'healthy'
}

function toPorts(service: SampleService, round: number): SamplePort[] {
  const exposed = (service.expose ?? []).map((port) => ({ PrivatePort: port, Type: 'tcp' }))
  const published = (service.publish ?? []).flatMap(([host, inside]) => {
    // A later copy of a project needs host ports of its own, as it would on a real machine.
    const free = round === 1 ? host : 20_000 + ((host + round * 131) % 40_000)
    return publishedPort(inside, free, inside === 53 ? 'udp' : 'tcp')
  })
  return [...published, ...exposed]
}

function composeLabels(project: SampleProject, projectName: string, service: string): [string, string][] {
  return [
    ['com.docker.compose.config-hash', hexOf(projectName + service, 64)],
    ['com.docker.compose.container-number', '1'],
    ['com.docker.compose.oneoff', 'False'],
    ['com.docker.compose.project', projectName],
    ['com.docker.compose.project.config_files', `${project.folder}/compose.yaml`],
    ['com.docker.compose.project.working_dir', project.folder],
    ['com.docker.compose.service', service],
    ['com.docker.compose.version', '2.32.4'],
  ]
}

function toNetworks(service: SampleService, projectName: string, index: number): SampleContainer['networks'] {
  const host = 2 + (index % 60_000)
  if (projectName === '') return [sampleNetwork('bridge', host)]
  const own = sampleNetwork(`${projectName}_default`, host, [service.service])
  return service.behindProxy ? [own, sampleNetwork('proxy_net', host, [service.service])] : [own]
}

function toMounts(service: SampleService): SampleContainer['mounts'] {
  const { volume, bind } = service
  return [
    ...(volume ? [{ type: 'volume' as const, source: volume[0], target: volume[1], writable: true }] : []),
    ...(bind ? [{ type: 'bind' as const, source: bind[0], target: bind[1], writable: false }] : []),
  ]
}
