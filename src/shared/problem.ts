import { z } from 'zod'

/**
 * Every problem Gangway can name, with its status: 503 the engine cannot be used from here and the cause lies outside
 * Gangway; 400 the request or the configuration is invalid; 403 a policy refused it; 404 unknown; 409 conflict;
 * 501 the engine does not offer it; 500 a bug here or in the engine. Codes are stable: scripts and documents name them.
 */
export const problemStatus = {
  'permission-denied': 503,
  'socket-missing': 503,
  'not-listening': 503,
  unexpected: 500,
} as const

export type ProblemCode = keyof typeof problemStatus

export const problem = z.object({
  code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
  status: z.int(),
  /** What the sentence of this problem speaks of: `address`, `host`, `port`, `syscall`, `limit` … Never a secret. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** The raw error as text, one click away in the window, kept whole for the report. */
  raw: z.string(),
})
export type Problem = z.output<typeof problem>
