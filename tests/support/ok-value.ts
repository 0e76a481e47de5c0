import type { Result } from '#shared/result.ts'

/** The value of a result that a test expects to be one; fails with the problem's own words otherwise. */
export function okValue<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.problem.code}: ${result.problem.raw}`)
}
