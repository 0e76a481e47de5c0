import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { problem } from './problem.ts'
import { sourceId } from './source.ts'

export const engineInfo = z.object({
  /** `docker` or `podman`: Podman announces itself with `Libpod-Api-Version`. */
  kind: z.enum(['docker', 'podman']),
  /** The engine's own version, `20.10.24`. Empty where it does not say. */
  version: z.string(),
  /** The API version spoken: the smaller of ours and the engine's, at least the engine's minimum. */
  apiVersion: z.string(),
  os: z.string(),
})
export type EngineInfo = z.output<typeof engineInfo>

/** The live connection to a source. Times are milliseconds since the epoch. */
export const sessionState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  /** Engine access is switched off (`GANGWAY_DOCKER_ENABLED=false` or the setting); nothing is dialled. */
  z.object({ kind: z.literal('disabled'), by: z.enum(['environment', 'setting']) }),
  z.object({ kind: z.literal('connecting'), since: z.number() }),
  z.object({ kind: z.literal('online'), since: z.number(), engine: engineInfo }),
  z.object({
    kind: z.literal('offline'),
    problem,
    since: z.number(),
    /** When the next attempt is made by itself. */
    retryAt: z.number(),
  }),
])
export type SessionState = z.output<typeof sessionState>

export const sourceView = z.object({
  id: sourceId,
  name: z.string(),
  endpoint: endpoint.nullable(),
  /** Where the endpoint came from, in words: `DOCKER_HOST`, `docker context prod`, `default socket`. */
  from: z.string(),
  state: sessionState,
  /** When the rows were last known to be right; 0 if never. */
  freshAt: z.number(),
  /** How many containers are known, of any state. */
  containers: z.int(),
})
export type SourceView = z.output<typeof sourceView>
