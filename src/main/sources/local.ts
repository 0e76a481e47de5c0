import type { System } from '#main/ports/system.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import type { Problem } from '#shared/problem.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import { readDockerContexts } from './docker-contexts.ts'
import { readDockerHost } from './docker-host.ts'
import { defaultSocket, findKnownSockets } from './known-sockets.ts'
import { isRemote, type LocalCandidate, localCandidate } from './local-candidate.ts'
import { parseEndpoint } from './parse-endpoint.ts'

/** What `local` is at this moment, and everything it could be. `endpoint` is null where a named choice does not hold. */
export type LocalResolution = {
  endpoint: Endpoint | null
  from: string
  problem: Problem | null
  candidates: LocalCandidate[]
}

/** An address that a setting, a variable or a context names. */
type Named = { from: string; endpoint: Result<Endpoint> }

/**
 * Resolves `local`: what the user pinned; else what `DOCKER_HOST`, or without it the current docker context, names, if that
 * is on this machine; else the first known socket whose file exists; else the default one. A named choice counts as
 * existing, and a malformed one is a problem: Gangway never slips to another engine by itself. Connects to nothing.
 */
export async function resolveLocal(system: System, pinned: string | null): Promise<LocalResolution> {
  const [contexts, known] = await Promise.all([readContexts(system), findKnownPlaces(system)])
  const dockerHost = readDockerHost(system)
  const inEffect = dockerHost ? { from: 'DOCKER_HOST', endpoint: dockerHost } : contexts.current
  const pin = pinned === null ? null : { from: 'pinned', endpoint: readPinned(pinned, system.platform) }
  const named = pin ?? (inEffect && isHere(inEffect) ? inEffect : null)
  const chosen = named ?? (await chooseExisting(system, known))
  const current = chosen.endpoint.ok ? localCandidate(chosen.endpoint.value, chosen.from, false) : null

  const listed = uniqueById([
    ...(inEffect ? toCandidates(inEffect) : []),
    ...known,
    ...contexts.others.flatMap(toCandidates),
  ])
  const isListed = listed.some((candidate) => candidate.id === current?.id)
  const candidates = current && !isListed ? [current, ...listed] : listed
  return {
    endpoint: current?.endpoint ?? null,
    from: chosen.from,
    problem: chosen.endpoint.ok ? null : chosen.endpoint.problem,
    candidates: candidates.map((candidate) => {
      const isCurrent = candidate.id === current?.id
      return { ...candidate, current: isCurrent, pinned: isCurrent && pin !== null }
    }),
  }
}

async function readContexts(system: System): Promise<{ current: Named | null; others: Named[] }> {
  const { contexts, current } = await readDockerContexts(system)
  const toNamed = ({ name, host }: { name: string; host: string }): Named => ({
    from: `docker context ${name}`,
    endpoint: parseEndpoint(host, system.platform),
  })
  if (!current.ok) return { current: { from: 'docker context', endpoint: current }, others: contexts.map(toNamed) }
  const { value } = current
  return {
    current: value ? toNamed(value) : null,
    others: contexts.filter((context) => context.name !== value?.name).map(toNamed),
  }
}

async function findKnownPlaces(system: System): Promise<LocalCandidate[]> {
  const scheme = system.platform === 'win32' ? 'npipe' : 'unix'
  const sockets = await findKnownSockets(system)
  return sockets.flatMap(({ from, path }) => {
    const endpoint = parseEndpoint(`${scheme}://${path}`, system.platform)
    return endpoint.ok ? [localCandidate(endpoint.value, from, true)] : []
  })
}

function readPinned(pinned: string, platform: NodeJS.Platform): Result<Endpoint> {
  const endpoint = parseEndpoint(pinned, platform)
  if (!endpoint.ok || !isRemote(endpoint.value)) return endpoint
  return failed(problemOf('config-invalid', { value: pinned, detail: 'the pinned engine is on another machine' }))
}

/** A remote choice is not what `local` means; a malformed one may be, so it stands, and is told. */
function isHere({ endpoint }: Named): boolean {
  return !endpoint.ok || !isRemote(endpoint.value)
}

/** The first known socket whose file exists. One behind a directory we may not enter counts: it is there to be told about. */
async function chooseExisting(system: System, known: readonly LocalCandidate[]): Promise<Named> {
  const looks = await Promise.all(
    known.map(async ({ endpoint }) => {
      const found = 'path' in endpoint ? await system.files.stat(endpoint.path) : null
      return found?.ok || found?.errno === 'EACCES'
    }),
  )
  const first = known.find((_, index) => looks[index]) ?? known[0]
  return first
    ? { from: first.from, endpoint: ok(first.endpoint) }
    : { from: 'default socket', endpoint: ok({ kind: 'unix', path: defaultSocket }) }
}

function toCandidates({ from, endpoint }: Named): LocalCandidate[] {
  return endpoint.ok ? [localCandidate(endpoint.value, from, false)] : []
}

function uniqueById(candidates: readonly LocalCandidate[]): LocalCandidate[] {
  return candidates.filter(({ id }, index) => candidates.findIndex((other) => other.id === id) === index)
}
