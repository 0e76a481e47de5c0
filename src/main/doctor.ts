import type { Diagnosis } from '#shared/diagnosis.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import type { EngineInfo } from '#shared/session.ts'
import { localSource } from '#shared/source.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { connect } from './engine/connect.ts'
import { listContainers } from './engine/containers.ts'
import { fixesFor } from './fixes/catalog.ts'
import type { System } from './ports/system.ts'
import { type LocalResolution, resolveLocal } from './sources/local.ts'
import { parseEndpoint } from './sources/parse-endpoint.ts'

/** Looks at one source anew: a real connection and list, then whatever probes its problem calls for. */
export type Doctor = {
  examineLocal(pinned: string | null): Promise<Diagnosis>
  /** An address as a person writes it; `config-invalid` where it cannot be meant. */
  examineHost(host: string): Promise<Result<Diagnosis>>
}

export function createDoctor(system: System): Doctor {
  return {
    examineLocal: async (pinned) => examine(system, await resolveLocal(system, pinned)),
    examineHost: async (host) => {
      const endpoint = parseEndpoint(host, system.platform)
      if (!endpoint.ok) return endpoint
      const { candidates } = await resolveLocal(system, null)
      const others = candidates.map((candidate) => ({ ...candidate, current: false, pinned: false }))
      return ok(await examine(system, { endpoint: endpoint.value, from: '--host', problem: null, candidates: others }))
    },
  }
}

async function examine(system: System, resolution: LocalResolution): Promise<Diagnosis> {
  const { endpoint, from, candidates } = resolution
  const reached =
    endpoint && !resolution.problem ? await reach(endpoint) : failed(resolution.problem ?? problemOf('config-invalid'))
  const diagnosis = await diagnose({
    source: localSource,
    endpoint,
    from,
    problem: reached.ok ? null : reached.problem,
    engine: reached.ok ? reached.value : null,
    system,
    candidates,
    tryEngine,
  })
  return { ...diagnosis, fixes: fixesFor(diagnosis) }
}

/** Connecting is not enough: an engine that answers `/_ping` may still refuse the list. */
async function reach(endpoint: Endpoint): Promise<Result<EngineInfo>> {
  const engine = await connect(endpoint)
  if (!engine.ok) return engine
  try {
    const rows = await listContainers(engine.value, { all: false })
    return rows.ok ? ok(engine.value.info) : rows
  } finally {
    engine.value.close()
  }
}

async function tryEngine(endpoint: Endpoint, signal: AbortSignal): Promise<Result<EngineInfo>> {
  const engine = await connect(endpoint, { signal })
  if (!engine.ok) return engine
  engine.value.close()
  return ok(engine.value.info)
}
