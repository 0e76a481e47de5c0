import { classify } from '#main/problems/classify.ts'
import { replyFault } from '#main/problems/classify-reply.ts'
import { TransportFault } from '#main/problems/transport-fault.ts'
import type { Container, ContainerDetails } from '#shared/container.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import type { Engine } from './connect.ts'
import { readInspection } from './inspection.ts'
import { readSummary } from './summary.ts'
import { listOf } from './untrusted.ts'

export type ListOptions = {
  /** Running ones only unless set. */
  all: boolean
  /** Only these, by whole id. */
  ids?: readonly string[]
  signal?: AbortSignal | undefined
}

/** The containers of an engine in the engine's order (newest first). What is no container in the reply is left out. */
export function listContainers(engine: Engine, options: ListOptions): Promise<Result<Container[]>> {
  return attempt(engine, 'list containers', options.signal, async () => {
    const reply: unknown = await engine.docker.listContainers({
      all: options.all,
      ...(options.ids ? { filters: { id: [...options.ids] } } : {}),
      ...(options.signal ? { abortSignal: options.signal } : {}),
    })
    const rubbish = replyFault(reply)
    if (rubbish) throw rubbish
    return listOf(reply)
      .map(readSummary)
      .filter((row) => row !== null)
  })
}

/** One container's row and details; `not-found` when the engine no longer has it. */
export function inspectContainer(
  engine: Engine,
  id: string,
  options: { signal?: AbortSignal } = {},
): Promise<Result<ContainerDetails>> {
  return attempt(engine, 'inspect container', options.signal, async () => {
    const [details, rows] = await Promise.all([
      engine.docker.getContainer(id).inspect(options.signal ? { abortSignal: options.signal } : {}),
      listContainers(engine, { all: true, ids: [id], signal: options.signal }),
    ])
    const container = rows.ok ? rows.value.find((row) => row.id === details.Id) : undefined
    // It was removed between the two answers.
    if (!container) throw new TransportFault('container-gone', { id })
    return { container, ...readInspection(details) }
  })
}

async function attempt<T>(
  engine: Engine,
  action: string,
  signal: AbortSignal | undefined,
  run: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return ok(await run())
  } catch (error) {
    signal?.throwIfAborted()
    const { endpoint, info } = engine
    return failed(classify(error, { transport: endpoint.kind, endpoint, engine: info.kind, action, phase: 'headers' }))
  }
}
