import type { System } from '#main/ports/system.ts'
import type { LocalCandidate } from '#main/sources/local-candidate.ts'
import type { Diagnosis } from '#shared/diagnosis.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import type { Problem } from '#shared/problem.ts'
import type { EngineInfo } from '#shared/session.ts'
import type { SourceId } from '#shared/source.ts'
import { rankCauses } from './causes.ts'
import { readClues } from './clues.ts'
import { buildLadder } from './ladder.ts'
import { runProbes } from './run-probes.ts'
import { type TryEngine, tryCandidates } from './try-candidates.ts'

export type DiagnoseInput = {
  source: SourceId
  endpoint: Endpoint | null
  from: string
  /** What an attempt made just now met, or null with the engine it reached. */
  problem: Problem | null
  engine: EngineInfo | null
  system: System
  candidates: readonly LocalCandidate[]
  tryEngine: TryEngine
  signal?: AbortSignal
}

/**
 * Explains an attempt: runs the probes and tries the other candidates, side by side, then ranks what the findings prove.
 * Changes nothing. `fixes` is empty: they are chosen from the diagnosis. Rejects for an aborted signal only.
 */
export async function diagnose(input: DiagnoseInput): Promise<Diagnosis> {
  const { source, endpoint, from, problem, engine, system, signal } = input
  const [findings, candidates] = await Promise.all([
    runProbes(system, endpoint),
    tryCandidates(input.candidates, { endpoint, problem, engine }, input.tryEngine, signal),
  ])
  const place = {
    path: endpoint && 'path' in endpoint ? endpoint.path : '',
    platform: system.platform,
    known: input.candidates.some((candidate) => candidate.known && candidate.current && candidate.from === from),
    runtimeFolder: system.env.XDG_RUNTIME_DIR ?? '',
  }
  return {
    source,
    endpoint,
    from,
    engine,
    problem,
    ladder: buildLadder({ endpoint, from, problem, engine, findings }),
    findings,
    causes: problem ? rankCauses(readClues({ problem, ...place }, findings)) : [],
    fixes: [],
    candidates,
  }
}
