import type { Problem } from './problem.ts'

/** An expected failure is a value. A bug throws; a cancellation is neither. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function failed(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem }
}
