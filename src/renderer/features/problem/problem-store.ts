import { create } from 'zustand'
import type { Diagnosis } from '#shared/diagnosis.ts'
import type { Problem } from '#shared/problem.ts'
import type { SessionState } from '#shared/session.ts'
import type { SourceId } from '#shared/source.ts'
import { call } from '../../ipc.ts'

/**
 * The problem a source has. It stays while the session tries again, so that the panel does not blink with every attempt,
 * and goes when the source is online or switched off.
 */
export type Trouble = { problem: Problem; diagnosis: Diagnosis | null; diagnosing: boolean }

type ProblemState = { troubles: Readonly<Record<SourceId, Trouble>> }

export const useProblems = create<ProblemState>(() => ({ troubles: {} }))

/** Keep up with a session. A problem of another code, or the first one, is diagnosed at once. */
export function followSession(source: SourceId, state: SessionState): void {
  const known = useProblems.getState().troubles[source]
  if (state.kind === 'offline') {
    const isNew = known?.problem.code !== state.problem.code
    put(source, {
      problem: state.problem,
      diagnosis: isNew ? null : (known?.diagnosis ?? null),
      diagnosing: !isNew && (known?.diagnosing ?? false),
    })
    if (isNew) void diagnose(source)
  } else if (known && (state.kind === 'online' || state.kind === 'disabled')) {
    useProblems.setState(({ troubles }) => ({
      troubles: Object.fromEntries(Object.entries(troubles).filter(([id]) => id !== source)),
    }))
  }
}

/** Look again. What is shown stays until the new answer is there. */
export async function diagnose(source: SourceId): Promise<void> {
  change(source, { diagnosing: true })
  const answer = await call('sources.diagnose', { source })
  change(source, { diagnosing: false, ...(answer.ok ? { diagnosis: answer.value } : {}) })
}

/** Makes `local` resolve to a candidate, or with null to the first that works again. */
export async function pinCandidate(source: SourceId, candidate: string | null): Promise<Problem | null> {
  const answer = await call('sources.pin', { source, candidate })
  return answer.ok ? null : answer.problem
}

function change(source: SourceId, part: Partial<Trouble>): void {
  const known = useProblems.getState().troubles[source]
  if (known) put(source, { ...known, ...part })
}

function put(source: SourceId, trouble: Trouble): void {
  useProblems.setState(({ troubles }) => ({ troubles: { ...troubles, [source]: trouble } }))
}
