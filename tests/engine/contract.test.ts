import Docker from 'dockerode'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { connect, type Engine } from '#main/engine/connect.ts'
import { inspectContainer, listContainers } from '#main/engine/containers.ts'
import { createDialer } from '#main/engine/dial.ts'
import { type ContainerChange, followEvents } from '#main/engine/events.ts'
import { listLimits } from '#main/engine/limits.ts'
import { followList } from '#main/engine/live-list.ts'
import { EngineModem } from '#main/engine/modem.ts'
import { Rows } from '#main/engine/rows.ts'
import { type ContractEngine, realContract, sampleContract } from '#tests/support/contract-engines.ts'
import { okValue } from '#tests/support/ok-value.ts'

const lab = inject('lab')

async function dockerdContract(): Promise<ContractEngine> {
  return realContract(lab.docker, {
    info: { kind: 'docker', version: '20.10.24+dfsg1', apiVersion: '1.41', os: 'linux' },
    image: 'gangway-busybox:latest',
    network: 'bridge',
    publishedOn: ['0.0.0.0'],
  })
}

async function podmanContract(): Promise<ContractEngine> {
  return realContract(lab.podman, {
    info: { kind: 'podman', version: '4.3.1', apiVersion: '1.41', os: '' },
    image: 'docker.io/library/gangway-busybox:latest',
    network: 'podman',
    publishedOn: [],
  })
}

describe.each([
  ['the sample engine', sampleContract],
  ['dockerd', dockerdContract],
  ['podman', podmanContract],
])('%s', (_name, open) => {
  let contract: ContractEngine
  let engine: Engine
  let web = ''
  let idle = ''

  beforeAll(async () => {
    contract = await open()
    engine = okValue(await connect(contract.endpoint))
    web = await contract.run('contract-web', 18_080)
    idle = await contract.create('contract-idle')
  })
  afterAll(async () => {
    engine?.close()
    await contract?.close()
  })

  test('says what it is, and an API version both sides speak is agreed on', () => {
    expect(engine.info).toEqual(contract.info)
  })

  test('lists what runs, or everything', async () => {
    const running = okValue(await listContainers(engine, { all: false }))
    const all = okValue(await listContainers(engine, { all: true }))
    expect(running.map((row) => row.id)).toEqual([web])
    expect(new Set(all.map((row) => row.id))).toEqual(new Set([web, idle]))
  })

  test('lists single containers by their ids', async () => {
    const rows = okValue(await listContainers(engine, { all: true, ids: [idle] }))
    expect(rows).toMatchObject([{ id: idle, names: ['contract-idle'], state: 'created', ports: [] }])
  })

  test('gives a running container its whole row', async () => {
    const [row] = okValue(await listContainers(engine, { all: false }))
    expect(row).toEqual({
      id: web,
      names: ['contract-web'],
      image: contract.image,
      state: 'running',
      status: expect.stringMatching(/^Up /),
      health: 'none',
      created: expect.any(Number),
      networks: [{ name: contract.network, ip: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/) }],
      ports: [{ privatePort: 80, publicPort: 18_080, type: 'tcp', addresses: contract.publishedOn }],
      labels: [
        { key: 'com.docker.compose.project', value: 'contract' },
        { key: 'com.docker.compose.service', value: 'web' },
      ],
      mounts: [],
      project: 'contract',
      service: 'web',
    })
  })

  test('gives the details of a container', async () => {
    const details = okValue(await inspectContainer(engine, web))
    expect(details).toMatchObject({
      container: { id: web, names: ['contract-web'] },
      command: '/bin/sleep infinity',
      startedAt: expect.stringMatching(/^20\d\d-/),
      finishedAt: '',
      networks: [{ name: contract.network, gateway: expect.stringMatching(/\.1$/) }],
    })
    expect(details.environment).toContainEqual({ name: 'ROLE', value: 'contract' })
    expect(JSON.parse(details.raw)).toMatchObject({ Id: web })
  })

  test('has no container of an unknown id', async () => {
    const answer = await inspectContainer(engine, 'f'.repeat(64))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } })
  })

  test('tells of what others do to a container', async () => {
    const changes: ContainerChange[] = []
    const stop = new AbortController()
    const following = new Promise<void>((opened, failed) => {
      followEvents(engine, {
        signal: stop.signal,
        onOpen: () => opened(),
        onChange: (change) => changes.push(change),
      }).catch(failed)
    })
    try {
      await following
      const told = async (act: () => Promise<void>, gone = false) => {
        changes.length = 0
        await act()
        await vi.waitFor(() => expect(changes).toContainEqual({ id, gone }), { timeout: 10_000 })
      }
      let id = ''
      await told(async () => {
        id = await contract.create('contract-told')
      })
      await told(() => contract.start(id))
      await told(() => contract.rename(id, 'contract-renamed'))
      await told(() => contract.stop(id))
      await told(() => contract.remove(id), true)
    } finally {
      stop.abort()
    }
  })

  test('keeps rows equal to its list through changes made by others', async () => {
    const rows = new Rows()
    const stop = new AbortController()
    const synced = vi.fn()
    const following = followList(engine, rows, { onSynced: synced, onPatch: () => {} }, stop.signal)
    try {
      await vi.waitFor(() => expect(synced).toHaveBeenCalled(), { timeout: 10_000 })
      const first = await contract.run('contract-first', 18_081)
      const second = await contract.create('contract-second')
      await contract.rename(second, 'contract-other')
      await contract.start(second)
      await contract.stop(first)
      await contract.remove(first)
      const expected = [web, idle, second]
      await vi.waitFor(
        async () => {
          const listed = okValue(await listContainers(engine, { all: true }))
          expect(new Set(listed.map((row) => row.id))).toEqual(new Set(expected))
          expect(new Map(rows.list().map((row) => [row.id, timeless(row)]))).toEqual(
            new Map(listed.map((row) => [row.id, timeless(row)])),
          )
        },
        { timeout: 10_000, interval: 100 },
      )
      await contract.remove(second)
      await vi.waitFor(() => expect(rows.size).toBe(2), { timeout: 10_000 })
    } finally {
      stop.abort()
      await following.catch(() => {})
    }
  })
})

/** A row without its status, which goes on counting seconds. */
function timeless(row: object) {
  return { ...row, status: '' }
}

// Podman refuses no version. What dockerd says to API 1.11 is plain text, and Gangway never speaks below 1.24.
test.each([
  ['the sample engine', 'older', sampleContract, '1.41', 'api-client-too-old'],
  ['the sample engine', 'newer', sampleContract, '1.99', 'api-client-too-new'],
  ['dockerd', 'newer', dockerdContract, '1.99', 'api-client-too-new'],
])('%s refuses a client %s than it speaks', async (_name, _what, open, version, code) => {
  const contract = await open()
  const engine = okValue(await connect(contract.endpoint))
  try {
    const options = { modem: new EngineModem(createDialer(contract.endpoint), listLimits, version), Promise }
    const answer = await listContainers({ ...engine, docker: new Docker(options) }, { all: true })
    expect(answer).toMatchObject({ ok: false, problem: { code, status: 400 } })
  } finally {
    engine.close()
    await contract.close()
  }
})
