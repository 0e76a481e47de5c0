import { type Problem, type ProblemCode, problemStatus } from './problem.ts'

/** A problem Gangway itself finds, without a foreign error behind it. `raw` defaults to the code. */
export function createProblem(code: ProblemCode, facts: Problem['facts'] = {}, raw: string = code): Problem {
  return { code, status: problemStatus[code], facts, raw }
}
