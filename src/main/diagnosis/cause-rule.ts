import type { CauseCode } from '#shared/cause.ts'
import type { Cause, ProbeName } from '#shared/diagnosis.ts'
import type { ProblemCode } from '#shared/problem.ts'
import type { Clues } from './clues.ts'

/** What makes a cause hold on this machine: a clause without its capital and its period, and the probes it rests on. */
export type Proof = Pick<Cause, 'confidence' | 'summary' | 'facts'> & { findings: ProbeName[] }

/** One explanation of some problems. Null where the clues do not bear it out. */
export type CauseRule = {
  code: CauseCode
  forProblems: readonly ProblemCode[]
  prove(clues: Clues): Proof | null
}
