import type { Problem } from '#shared/problem.ts'

/** sysexits' EX_SOFTWARE: a bug here or in the engine. */
const software = 70

/** The exit code for a problem's status: 1 unavailable, 2 usage or invalid selector, 3 refused or not found, 70 unexpected. */
export function exitCode(problem: Pick<Problem, 'status'> | null): number {
  if (!problem) return 0
  switch (problem.status) {
    case 503:
      return 1
    case 400:
      return 2
    case 403:
    case 404:
    case 409:
    case 501:
      return 3
    default:
      return software
  }
}
