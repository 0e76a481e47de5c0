import type { System } from '#main/ports/system.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import { parseEndpoint } from './parse-endpoint.ts'

/** What `DOCKER_HOST` names; null where it is unset or blank, as the docker command line reads it. */
export function readDockerHost({ env, platform }: System): Result<Endpoint> | null {
  const text = env.DOCKER_HOST?.trim()
  if (!text) return null
  const parsed = parseEndpoint(text, platform)
  if (!parsed.ok) return failed({ ...parsed.problem, facts: { ...parsed.problem.facts, from: 'DOCKER_HOST' } })
  const { value } = parsed
  // Any value but an empty one turns TLS on, `0` included (docker/cli, cli/flags).
  return ok(value.kind === 'tcp' && env.DOCKER_TLS_VERIFY ? { ...value, kind: 'tls' } : value)
}
