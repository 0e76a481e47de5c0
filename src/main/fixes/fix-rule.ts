import type { CauseCode } from '#shared/cause.ts'
import type { Fix, FixId } from '#shared/fix.ts'
import type { Situation } from './situation.ts'

/** One way out. `plan` is pure, and answers null where it would not help or cannot be written for this machine. */
export type FixRule = {
  id: FixId
  /** The causes it mends; `any` for what goes around the problem altogether. */
  mends: readonly CauseCode[] | 'any'
  plan(situation: Situation): FixPlan | null
}

/** A fix before the catalog gives it its id. */
export type FixPlan = Omit<Fix, 'id' | 'runnable'>
