import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Session, type SessionPorts } from '#main/engine/session.ts'
import { nodeSystem } from '#main/ports/system.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { ok } from '#shared/result.ts'
import type { SessionState } from '#shared/session.ts'
import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { type SampleEngine, type SampleEngineOptions, startSampleEngine } from '#tests/support/sample-engine.ts'

const cleanUps: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function startEngine(options: SampleEngineOptions = {}): Promise<SampleEngine> {
  const engine = await startSampleEngine({ containers: sampleContainers(20, 1), ...options })
  cleanUps.push(() => engine.close())
  return engine
}

function openSession(endpoint: Endpoint, ports: Partial<SessionPorts> = {}) {
  const states: SessionState[] = []
  const patches: { changed: number; removed: number }[] = []
  const session = new Session({
    resolve: async () => ok({ endpoint, from: 'the test' }),
    watchPath: nodeSystem().watchPath,
    ...ports,
  })
  session.listen({
    onState: (state) => states.push(state),
    onPatch: ({ changed, removed }) => patches.push({ changed: changed.length, removed: removed.length }),
  })
  cleanUps.push(() => session.close())
  session.open()
  return { session, states, patches, kinds: () => states.map(({ kind }) => kind) }
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 10 })
const isOnline = (session: Session) => until(() => expect(session.state.kind).toBe('online'))
const listings = (engine: SampleEngine) => engine.requests.filter(({ path }) => path === '/containers/json')

describe('Session', () => {
  it('connects, subscribes, lists once, and then asks for nothing', async () => {
    const engine = await startEngine()
    const { session, kinds } = openSession(engine.endpoint)
    expect(await session.list()).toMatchObject({ ok: true, value: { length: 20 } })
    expect(kinds()[0]).toBe('connecting')
    expect(session.state).toMatchObject({ kind: 'online', engine: { kind: 'docker', apiVersion: '1.51' } })
    expect(engine.requests.map(({ path }) => path)).toEqual(['/_ping', '/events', '/containers/json'])
  })

  it('asks for the one row an event names, and relists nothing', async () => {
    const engine = await startEngine()
    const { session, patches } = openSession(engine.endpoint)
    await isOnline(session)
    const [first] = session.rows.list()
    const before = listings(engine).length
    engine.containers.rename(first?.id ?? '', 'renamed')
    await until(() => expect(session.rows.get(first?.id ?? '')?.names).toEqual(['renamed']))
    expect(patches.at(-1)).toEqual({ changed: 1, removed: 0 })
    const asked = listings(engine).slice(before)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every(({ query }) => decodeURIComponent(query).includes(first?.id ?? '-'))).toBe(true)
  })

  it('drops a destroyed row without asking', async () => {
    const engine = await startEngine()
    const { session } = openSession(engine.endpoint)
    await isOnline(session)
    const gone = session.rows.list().find(({ state }) => state === 'exited')?.id ?? ''
    engine.containers.remove(gone)
    await until(() => expect(session.rows.get(gone)).toBeUndefined())
    expect(session.rows.size).toBe(19)
  })

  it('sees what it was not told of at the next comparison', async () => {
    const engine = await startEngine()
    const { session } = openSession(engine.endpoint, { times: { gather: 5, resync: 50, keepAlive: 60_000 } })
    await isOnline(session)
    const [first] = session.rows.list()
    engine.events.drop(10)
    engine.containers.rename(first?.id ?? '', 'quietly')
    await until(() => expect(session.rows.get(first?.id ?? '')?.names).toEqual(['quietly']))
  })

  it('lists again after its event stream was cut', async () => {
    const engine = await startEngine()
    const { session, kinds } = openSession(engine.endpoint)
    await isOnline(session)
    engine.events.close()
    await until(() => expect(kinds()).toContain('offline'))
    expect(session.rows.size).toBe(20)
    session.retry()
    await isOnline(session)
    expect(listings(engine).length).toBeGreaterThanOrEqual(2)
  })

  it('names the problem of an engine that is gone, keeps the rows, and is back as soon as the socket is', async () => {
    const engine = await startEngine()
    const { session, states } = openSession(engine.endpoint)
    await isOnline(session)
    await engine.close()
    await until(() => expect(session.state.kind).toBe('offline'))
    expect(states.at(-1)).toMatchObject({ kind: 'offline', problem: { status: 503 } })
    expect(session.rows.size).toBe(20)
    if (engine.endpoint.kind !== 'unix') throw new Error('expected a unix socket')
    await mkdir(dirname(engine.endpoint.path), { recursive: true })
    await startEngine({ listen: { kind: 'unix', path: engine.endpoint.path } })
    await isOnline(session)
    expect(session.state.kind).toBe('online')
  })

  it('notices an engine that hangs without closing anything', async () => {
    const engine = await startEngine()
    const short = { connect: 500, handshake: 500, headers: 100, body: 100, maxBytes: 1_000 }
    const { session } = openSession(engine.endpoint, {
      limits: { ping: short },
      times: { gather: 5, resync: 60_000, keepAlive: 50 },
    })
    await isOnline(session)
    const heal = engine.fail({ path: '/_ping', fault: { kind: 'hang' } })
    await until(() => expect(session.state).toMatchObject({ kind: 'offline', problem: { code: 'timeout-response' } }))
    heal()
    session.retry()
    await isOnline(session)
    expect(session.state.kind).toBe('online')
  })

  it('asks one question at a time, however many events come', async () => {
    const engine = await startEngine()
    const { session } = openSession(engine.endpoint)
    await isOnline(session)
    const before = listings(engine).length
    const ids = session.rows.list().map(({ id }) => id)
    for (let round = 0; round < 20; round++)
      for (const id of ids) engine.containers.rename(id, `${id.slice(0, 5)}-${round}`)
    await until(() => expect(session.rows.list().every(({ names }) => names[0]?.endsWith('-19'))).toBe(true))
    expect(listings(engine).length - before).toBeLessThan(20)
  })

  it('dials nothing once it is switched off, and says so', async () => {
    const engine = await startEngine()
    const { session } = openSession(engine.endpoint)
    await isOnline(session)
    await session.close({ kind: 'disabled', by: 'setting' })
    const asked = engine.requests.length
    expect(await session.list()).toMatchObject({ ok: false, problem: { code: 'disabled', status: 503 } })
    expect(engine.requests).toHaveLength(asked)
    session.open()
    await isOnline(session)
    expect(session.state.kind).toBe('online')
  })
})
