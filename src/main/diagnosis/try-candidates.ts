import { candidateId, type LocalCandidate } from '#main/sources/local-candidate.ts'
import type { Candidate } from '#shared/diagnosis.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import type { Problem, ProblemCode } from '#shared/problem.ts'
import type { Result } from '#shared/result.ts'
import type { EngineInfo } from '#shared/session.ts'

/** A real connection up to the engine's first answer, then closed. May reject once the signal is aborted. */
export type TryEngine = (endpoint: Endpoint, signal: AbortSignal) => Promise<Result<EngineInfo>>

/** Milliseconds for each, all at once: a dead product must not hold up the verdict on a live one. */
const deadline = 2_000

/** What came of an endpoint that was tried before. */
export type Tried = { endpoint: Endpoint | null; problem: Problem | null; engine: EngineInfo | null }

/**
 * Tries every candidate on this machine, side by side; one that was tried just now keeps its verdict. Remote ones are
 * offered and never dialled.
 */
export function tryCandidates(
  candidates: readonly LocalCandidate[],
  tried: Tried,
  tryEngine: TryEngine,
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const triedId = tried.endpoint ? candidateId(tried.endpoint) : null
  return Promise.all(
    candidates.map(async ({ id, endpoint, from, remote, current, pinned }) => {
      const place = { id, endpoint, from, current, pinned }
      if (remote) return { ...place, verdict: 'offered', code: null, engine: null } as const
      const known = id === triedId ? outcomeOf(tried) : null
      const outcome = known ?? (await tryOne(endpoint, tryEngine, signal))
      return { ...place, verdict: outcome.engine ? 'works' : 'fails', ...outcome } as const
    }),
  )
}

type Outcome = { engine: EngineInfo; code: null } | { engine: null; code: ProblemCode }

function outcomeOf({ problem, engine }: Tried): Outcome | null {
  if (problem) return { engine: null, code: problem.code }
  return engine && { engine, code: null }
}

async function tryOne(endpoint: Endpoint, tryEngine: TryEngine, signal?: AbortSignal): Promise<Outcome> {
  const late = AbortSignal.timeout(deadline)
  try {
    const tried = await tryEngine(endpoint, signal ? AbortSignal.any([signal, late]) : late)
    return tried.ok ? { engine: tried.value, code: null } : { engine: null, code: tried.problem.code }
  } catch (error) {
    signal?.throwIfAborted()
    if (!late.aborted) throw error
    return { engine: null, code: 'timeout-response' }
  }
}
