import type { ProblemCode, ProblemFacts, ProblemStatus } from '#shared/problem.ts'
import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'

/** One signature of one problem. Rules are tried in order; the first that matches names the problem. */
export type Rule = {
  code: ProblemCode
  /** Where this signature's status is not its code's: a path may be invalid as written, or for what stands on it. */
  status?: ProblemStatus
  when(evidence: Evidence, context: ProblemContext): boolean
  /** Beyond the common ones (`facts.ts`). */
  facts?(evidence: Evidence, context: ProblemContext): ProblemFacts
  /** One recorded failure, as data. It must reach this very rule through the whole table, so that no row is shadowed. */
  example: { thrown: unknown; context: ProblemContext }
}
