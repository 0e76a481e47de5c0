import { readFileSync } from 'node:fs'
import { z } from 'zod'

const recordedFailure = z.object({
  id: z.string(),
  transport: z.enum(['unix', 'tcp', 'tls', 'config', 'client']),
  how: z.string(),
  /** How the call ended: `never` did not settle, the others than `resolve` carry an error. */
  settled: z.string(),
  /** The code of the problem that the error alone can tell; null for a success. The status of a cancelled call is null. */
  problem: z.string().nullable(),
  status: z.int().nullable(),
  error: z.unknown(),
  /** What a call that resolved resolved with. */
  value: z.unknown().optional(),
})
export type RecordedFailure = z.output<typeof recordedFailure>

/** Real failures, recorded verbatim from Node 20, 22 and 24 with dockerode; bytes are revived as Buffers. */
export function readRecordedFailures(): RecordedFailure[] {
  const lines = readFileSync(new URL('../fixtures/failures.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => recordedFailure.parse(JSON.parse(line, reviveBytes)))
}

function reviveBytes(_key: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && '$buffer' in value
  return isBytes ? Buffer.from(String(value.$buffer)) : value
}
