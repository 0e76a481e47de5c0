import Docker from 'dockerode'
import { classify } from '#main/problems/classify.ts'
import type { ProblemContext } from '#main/problems/problem-context.ts'
import { TransportFault } from '#main/problems/transport-fault.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import type { EngineInfo } from '#shared/session.ts'
import { apiVersionBounds, negotiateVersion } from './api-version.ts'
import { createDialer, type Dialer } from './dial.ts'
import { exchange } from './exchange.ts'
import { type Limits, listLimits, pingLimits } from './limits.ts'
import { EngineModem } from './modem.ts'
import { readBody } from './read-body.ts'
import { HttpStatusError, jsonOrText } from './reply.ts'

/** A reachable engine. `docker` speaks the negotiated version over our own modem. */
export type Engine = {
  endpoint: Endpoint
  info: EngineInfo
  docker: Docker
  /** Asks `/_ping` again on the same pool. Rejects like any request. */
  ping(signal?: AbortSignal): Promise<void>
  /** Destroys every connection, those in use too. */
  close(): void
}

export type ConnectOptions = { signal?: AbortSignal; limits?: { ping?: Partial<Limits>; list?: Partial<Limits> } }

/**
 * Reaches an engine: dials, asks `/_ping` (unversioned, so it works with any engine), and settles on an API version.
 * Answers a problem for whatever stands in the way; throws for a cancelled call only.
 */
export async function connect(endpoint: Endpoint, options: ConnectOptions = {}): Promise<Result<Engine>> {
  const context: ProblemContext = { transport: endpoint.kind, endpoint, phase: 'headers' }
  const ping = { ...pingLimits, ...options.limits?.ping }
  const list = { ...listLimits, ...options.limits?.list }
  let dialer: Dialer | undefined
  try {
    dialer = createDialer(endpoint)
    const info = await readPing(dialer, ping, options.signal)
    return ok(openEngine(endpoint, dialer, info, ping, list))
  } catch (error) {
    dialer?.agent.destroy()
    options.signal?.throwIfAborted()
    return failed(classify(error, context))
  }
}

function openEngine(endpoint: Endpoint, dialer: Dialer, info: EngineInfo, ping: Limits, list: Limits): Engine {
  // dockerode reads DOCKER_* only to build a modem of its own; given one, it takes it as it is.
  const options = { modem: new EngineModem(dialer, list, info.apiVersion), Promise }
  return {
    endpoint,
    info,
    docker: new Docker(options),
    ping: async (signal) => {
      await readPing(dialer, ping, signal)
    },
    close: () => dialer.agent.destroy(),
  }
}

/** `/_ping` must say `OK` and name its API version: anything else that answers 200 is not an engine. */
async function readPing(dialer: Dialer, limits: Limits, signal?: AbortSignal): Promise<EngineInfo> {
  const answer = await exchange(dialer, { method: 'GET', path: '/_ping', headers: {}, upgrade: false, limits, signal })
  if (answer.kind === 'upgraded') throw new TransportFault('ping-not-docker', { sample: 'an upgraded connection' })
  const { response } = answer
  const body = (await readBody(response, limits, signal)).toString('utf8')
  if (response.statusCode !== 200) throw new HttpStatusError(response.statusCode ?? 0, undefined, jsonOrText(body))
  const engineNewest = header(response.headers['api-version'])
  if (!/^OK\s*$/.test(body) || !/^\d+\.\d+$/.test(engineNewest)) {
    throw new TransportFault('ping-not-docker', { sample: body.slice(0, 200) })
  }
  const apiVersion = negotiateVersion(engineNewest)
  if (apiVersion === null) {
    throw new TransportFault('version-too-old-engine', { engine: engineNewest, needed: apiVersionBounds.oldest })
  }
  return {
    kind: response.headers['libpod-api-version'] === undefined ? 'docker' : 'podman',
    version: /^[A-Za-z]+\/(\S+)/.exec(header(response.headers.server))?.[1] ?? '',
    apiVersion,
    os: header(response.headers.ostype),
  }
}

function header(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}
