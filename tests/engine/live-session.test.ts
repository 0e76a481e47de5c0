import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Session } from '#main/engine/session.ts'
import { nodeSystem } from '#main/ports/system.ts'
import { ok } from '#shared/result.ts'
import { callApi } from '#tests/support/lab/api.ts'
import { createContainers, importBusybox } from '#tests/support/lab/containers.ts'
import type { Daemon } from '#tests/support/lab/daemon.ts'
import { startDockerd } from '#tests/support/lab/dockerd.ts'

const count = 1_000
let engine: Daemon
let session: Session
const changes: { changed: string[]; removed: string[] }[] = []

beforeAll(async () => {
  engine = await startDockerd()
  await importBusybox(engine.socket)
  await createContainers(engine.socket, count)
  session = new Session({
    resolve: async () => ok({ endpoint: { kind: 'unix', path: engine.socket }, from: 'the test' }),
    watchPath: nodeSystem().watchPath,
  })
  session.listen({
    onState: () => {},
    onPatch: ({ changed, removed }) => changes.push({ changed: changed.map(({ id }) => id), removed }),
  })
  session.open()
}, 300_000)
afterAll(async () => {
  await session?.close()
  await engine?.stop()
})

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 })
const online = () => until(() => expect(session.state.kind).toBe('online'))

describe('a session with a real engine of 1,000 containers', () => {
  it('lists them all', async () => {
    await online()
    expect(session.rows.size).toBe(count)
  })

  it('changes exactly the one row whose container was started elsewhere', async () => {
    await online()
    changes.length = 0
    const id = session.rows.list()[500]?.id ?? ''
    await callApi(engine.socket, 'POST', `/containers/${id}/start`)
    await until(() => expect(session.rows.get(id)?.state).toBe('running'))
    expect(new Set(changes.flatMap(({ changed, removed }) => [...changed, ...removed]))).toEqual(new Set([id]))
    await callApi(engine.socket, 'POST', `/containers/${id}/stop`)
    await until(() => expect(session.rows.get(id)?.state).toBe('exited'))
  })
})
