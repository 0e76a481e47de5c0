import { isOlder } from './api-versions.ts'
import type { ContainerSet } from './container-set.ts'
import { checkListFilters, matchesContainer, RefusedFilter, readFilters } from './filters.ts'
import { type Identity, toInfo, toVersion } from './identity.ts'
import { toInspection } from './inspection.ts'
import { isUp } from './sample-container.ts'
import { toSummary } from './summary.ts'

/** `streams`: the body is not here, it has no end. */
export type Reply = { status: number; headers: Record<string, string>; body: string; streams: boolean }

/** A request as the engine's router sees it: the version taken off the path. */
export type Route = { method: string; path: string; apiVersion: string; query: URLSearchParams }

/** Splits `/v1.44/containers/json?all=1`; a path without a version speaks the newest one. */
export function toRoute(method: string, url: string, identity: Identity): Route {
  const { pathname, searchParams } = new URL(url, 'http://engine')
  const [, apiVersion, path] = /^\/v(\d+(?:\.\d+)+)(\/.*)$/.exec(pathname) ?? []
  return { method, path: path ?? pathname, apiVersion: apiVersion ?? identity.apiVersion, query: searchParams }
}

/** What the engine answers. A path it does not know, and what no `GET` asks, is not found. */
export function toReply(route: Route, containers: ContainerSet, identity: Identity): Reply {
  const refusal = refuseVersion(route, identity)
  if (refusal) return refusal
  const reads = route.method === 'GET' || route.method === 'HEAD'
  try {
    return (reads && readPath(route, containers, identity)) || failure(404, 'page not found', {})
  } catch (error) {
    if (error instanceof RefusedFilter) return failure(400, error.message, commonHeaders(identity))
    throw error
  }
}

function readPath(route: Route, containers: ContainerSet, identity: Identity): Reply | undefined {
  const { path, apiVersion } = route
  switch (path) {
    case '/_ping':
      return ping(route, identity)
    case '/version':
      return json(toVersion(identity), identity)
    case '/info': {
      const states = containers.list().map((container) => container.state)
      return json(toInfo(identity, states), identity)
    }
    case '/events':
      readFilters(route.query.get('filters'))
      return { status: 200, headers: commonHeaders(identity), body: '', streams: true }
    case '/containers/json':
      return list(route, containers, identity)
  }
  const reference = /^\/containers\/([^/]+)\/json$/.exec(path)?.[1]
  if (reference === undefined) return undefined
  const container = containers.find(decodeURIComponent(reference))
  if (container) return json(toInspection(container, apiVersion), identity)
  return failure(404, `No such container: ${decodeURIComponent(reference)}`, commonHeaders(identity))
}

function ping(route: Route, identity: Identity): Reply {
  const headers = {
    ...commonHeaders(identity),
    'Cache-Control': 'no-cache, no-store, must-revalidate',
    Pragma: 'no-cache',
    'Content-Type': 'text/plain; charset=utf-8',
    ...(isOlder(identity.apiVersion, '1.42') ? {} : { 'Builder-Version': '2', Swarm: 'inactive' }),
  }
  return { status: 200, headers, body: route.method === 'HEAD' ? '' : 'OK', streams: false }
}

function list(route: Route, containers: ContainerSet, identity: Identity): Reply {
  const { query, apiVersion } = route
  const limit = Number(query.get('limit') ?? 0)
  const all = ['1', 'true', 'True'].includes(query.get('all') ?? '')
  const filters = readFilters(query.get('filters'))
  checkListFilters(filters)
  // A filter by state, or a limit, looks at the stopped ones too.
  const whole = all || limit > 0 || filters.has('status')
  const found = containers.list().filter((row) => (whole || isUp(row)) && matchesContainer(filters, row))
  const now = Date.now()
  const rows = (limit > 0 ? found.slice(0, limit) : found).map((row) => toSummary(row, apiVersion, now))
  return json(rows, identity)
}

/** moby's version middleware (daemon/server/middleware/version.go), word for word. */
function refuseVersion({ apiVersion }: Route, identity: Identity): Reply | undefined {
  const { 'Docker-Experimental': _, ...headers } = commonHeaders(identity)
  if (isOlder(apiVersion, identity.minApiVersion)) {
    const advice = 'please upgrade your client to a newer version'
    const minimum = `Minimum supported API version is ${identity.minApiVersion}`
    return failure(400, `client version ${apiVersion} is too old. ${minimum}, ${advice}`, headers)
  }
  if (!isOlder(identity.apiVersion, apiVersion)) return undefined
  const maximum = `Maximum supported API version is ${identity.apiVersion}`
  return failure(400, `client version ${apiVersion} is too new. ${maximum}`, headers)
}

export function commonHeaders(identity: Identity) {
  return {
    'Api-Version': identity.apiVersion,
    'Content-Type': 'application/json',
    'Docker-Experimental': 'false',
    Ostype: identity.os,
    Server: `Docker/${identity.version} (${identity.os})`,
  }
}

/** Go's encoder ends with a line break, and so does the engine's body. */
function json(value: unknown, identity: Identity): Reply {
  return { status: 200, headers: commonHeaders(identity), body: `${JSON.stringify(value)}\n`, streams: false }
}

function failure(status: number, message: string, headers: Record<string, string>): Reply {
  const body = `${JSON.stringify({ message })}\n`
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, body, streams: false }
}
