import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { ListenOptions } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint } from '#shared/endpoint.ts'
import { ContainerSet } from './sample-engine/container-set.ts'
import { EventStreams } from './sample-engine/event-streams.ts'
import { Timers } from './sample-engine/fault-bodies.ts'
import { FaultPlan, type FaultScript, sendReply, sendSpoiled } from './sample-engine/faults.ts'
import { docker29, type Identity } from './sample-engine/identity.ts'
import { Journal } from './sample-engine/journal.ts'
import { toReply, toRoute } from './sample-engine/replies.ts'
import type { SampleContainer } from './sample-engine/sample-container.ts'

export type SampleEngineOptions = {
  containers?: readonly SampleContainer[]
  /** Docker 29 unless told. */
  identity?: Partial<Identity>
  /** A unix socket in a folder of its own unless told: another path, or a free port of the loopback address. */
  listen?: { kind: 'unix'; path: string } | { kind: 'tcp' }
  /** Mode of the unix socket. */
  mode?: number
}

/** A request as it arrived; `path` without version and query. */
export type SeenRequest = { method: string; path: string; apiVersion: string; query: string; at: number }

export type SampleEngine = {
  endpoint: Endpoint
  /** Path of the unix socket, or `127.0.0.1:port`. */
  address: string
  /** Change these, and clients are told. */
  containers: ContainerSet
  events: EventStreams
  /** Every request since the start, oldest first. */
  requests: SeenRequest[]
  /** Answers the function that takes the fault back. */
  fail(script: FaultScript): () => void
  close(): Promise<void>
}

/** A scriptable engine: a real HTTP server on a real socket that speaks what Gangway asks of the Docker Engine API. */
export async function startSampleEngine(options: SampleEngineOptions = {}): Promise<SampleEngine> {
  const identity: Identity = { ...docker29, ...options.identity }
  const journal = new Journal()
  const containers = new ContainerSet(options.containers ?? [], journal)
  const events = new EventStreams(journal, identity)
  const faults = new FaultPlan()
  const timers = new Timers()
  const requests: SeenRequest[] = []

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const route = toRoute(request.method ?? 'GET', request.url ?? '/', identity)
    const { method, path, apiVersion } = route
    requests.push({ method, path, apiVersion, query: route.query.toString(), at: Date.now() })
    const fault = faults.take(path)
    const reply = toReply(route, containers, identity)
    if (fault) sendSpoiled(fault, reply, response, timers)
    else if (reply.streams) events.serve(route, response)
    else sendReply(reply, response)
  }
  const server = createServer(answer)
  // dockerd closes no idle connection by itself.
  server.keepAliveTimeout = 0
  const place = await listenOn(server, options)
  return {
    ...place.where,
    containers,
    events,
    requests,
    fail: (script) => faults.add(script),
    close: async () => {
      timers.clear()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await place.remove()
    },
  }
}

async function listenOn(server: Server, { listen, mode }: SampleEngineOptions) {
  if (listen?.kind === 'tcp') {
    await listening(server, { host: '127.0.0.1', port: 0 })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const endpoint: Endpoint = { kind: 'tcp', host: '127.0.0.1', port }
    return { where: { endpoint, address: `127.0.0.1:${port}` }, remove: async () => {} }
  }
  const folder = listen ? undefined : await mkdtemp(join(tmpdir(), 'gangway-engine-'))
  const path = listen?.path ?? join(folder ?? '', 'docker.sock')
  await listening(server, { path })
  if (mode !== undefined) await chmod(path, mode)
  const endpoint: Endpoint = { kind: 'unix', path }
  // Node removes the socket itself when the server closes.
  const remove = async () => (folder ? rm(folder, { recursive: true, force: true }) : undefined)
  return { where: { endpoint, address: path }, remove }
}

function listening(server: Server, options: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options, resolve)
  })
}
