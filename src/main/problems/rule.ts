import type { ProblemCode, ProblemFacts, ProblemStatus } from '#shared/problem.ts'
import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'

/** One recorded failure, as data: what was thrown, and over what. */
export type Example = { thrown: unknown; context: ProblemContext }

/** One signature of one problem. Rules are tried in order; the first that matches names the problem. */
export type Rule = {
  code: ProblemCode
  /** Where this signature's status is not its code's: a path may be invalid as written, or for what stands on it. */
  status?: ProblemStatus
  when(evidence: Evidence, context: ProblemContext): boolean
  /** Beyond the common ones (`facts.ts`). */
  facts?(evidence: Evidence, context: ProblemContext): ProblemFacts
  /** Must reach this rule's code through the whole table, so that no row can be shadowed. */
  example: Example
}
