import type { Endpoint } from '#shared/endpoint.ts'
import type { EngineInfo } from '#shared/session.ts'
import { callApi } from './lab/api.ts'
import { createContainer, removeContainer, runContainer } from './lab/containers.ts'
import { publishedPort, sampleContainer } from './sample-engine/sample-container.ts'
import { type SampleEngine, startSampleEngine } from './sample-engine.ts'

/** Ways to make something happen in an engine without Gangway, the same for the real ones and the sample engine. */
export type ContractEngine = {
  endpoint: Endpoint
  /** What connecting must find out. */
  info: EngineInfo
  image: string
  network: string
  /** Addresses that its port is published on, as this engine tells. */
  publishedOn: string[]
  /** A container that runs, with a label and a published port; its id. */
  run(name: string, publicPort: number): Promise<string>
  /** One that never ran. */
  create(name: string): Promise<string>
  start(id: string): Promise<void>
  stop(id: string): Promise<void>
  rename(id: string, name: string): Promise<void>
  remove(id: string): Promise<void>
  close(): Promise<void>
}

const shared = { command: ['/bin/sleep', 'infinity'], image: 'gangway-busybox:latest' }
const environment = ['ROLE=contract']
const labels = { 'com.docker.compose.project': 'contract', 'com.docker.compose.service': 'web' }

/** Docker 29 as the sample engine plays it. */
export async function sampleContract(): Promise<ContractEngine> {
  const engine: SampleEngine = await startSampleEngine()
  const { containers } = engine
  const add = (name: string, state: string, publicPort?: number) => {
    const ports = publicPort === undefined ? [] : publishedPort(80, publicPort)
    const fields = { ...shared, environment, ports, labels: Object.entries(labels) }
    const container = sampleContainer({ ...fields, names: [name], state })
    containers.upsert(container)
    return container.id
  }
  return {
    endpoint: engine.endpoint,
    info: { kind: 'docker', version: '29.0.4', apiVersion: '1.51', os: 'linux' },
    image: shared.image,
    network: 'bridge',
    publishedOn: ['0.0.0.0', '::'],
    run: async (name, publicPort) => add(name, 'running', publicPort),
    create: async (name) => add(name, 'created'),
    start: async (id) => containers.start(id),
    stop: async (id) => containers.stop(id, 137),
    rename: async (id, name) => containers.rename(id, name),
    remove: async (id) => containers.remove(id),
    close: () => engine.close(),
  }
}

/** Debian's dockerd or Podman, as the lab has started them. */
export function realContract(
  path: string,
  told: Pick<ContractEngine, 'info' | 'image' | 'network' | 'publishedOn'>,
): ContractEngine {
  const post = async (action: string) => {
    await callApi(path, 'POST', action)
  }
  const made: string[] = []
  const note = (id: string) => {
    made.push(id)
    return id
  }
  return {
    ...told,
    endpoint: { kind: 'unix', path },
    run: async (name, publicPort) => {
      const PortBindings = { '80/tcp': [{ HostPort: String(publicPort) }] }
      const ports = { ExposedPorts: { '80/tcp': {} }, HostConfig: { PortBindings } }
      return note(await runContainer(path, { name, Env: environment, Labels: labels, ...ports }))
    },
    create: async (name) => note(await createContainer(path, { name, Labels: labels })),
    start: (id) => post(`/containers/${id}/start`),
    stop: (id) => post(`/containers/${id}/stop`),
    rename: (id, name) => post(`/containers/${id}/rename?name=${name}`),
    remove: async (id) => {
      await removeContainer(path, id)
      made.splice(made.indexOf(id), 1)
    },
    close: async () => {
      for (const id of made) await removeContainer(path, id)
    },
  }
}
