import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { shapeOf } from '#tests/support/json-shape.ts'
import { askApi, callApi } from '#tests/support/lab/api.ts'
import { createContainer, removeContainer } from '#tests/support/lab/containers.ts'
import { docker20 } from '#tests/support/sample-engine/identity.ts'
import { publishedPort, sampleContainer } from '#tests/support/sample-engine/sample-container.ts'
import { type SampleEngine, startSampleEngine } from '#tests/support/sample-engine.ts'

const real = inject('lab').docker
const labels: [string, string][] = [['com.docker.compose.project', 'shop']]
const sample = sampleContainer({
  names: ['honest'],
  command: ['/bin/sleep', 'infinity'],
  state: 'created',
  ports: publishedPort(80, 18_080).slice(0, 1),
  labels,
  mounts: [{ type: 'bind', source: '/tmp', target: '/data', writable: false }],
  restartPolicy: 'no',
})

let imitation: SampleEngine
let realId = ''
/** Seconds since the epoch, the engine's unit. */
let began = 0
let ended = 0

/** Both engines go through the same life: made, started, renamed, stopped and removed. Lists are taken while it runs. */
const lists: { real: unknown; imitation: unknown } = { real: null, imitation: null }
const inspections: { real: unknown; imitation: unknown } = { real: null, imitation: null }

beforeAll(async () => {
  imitation = await startSampleEngine({ identity: docker20 })
  began = Date.now() / 1000
  realId = await createContainer(real, {
    name: 'honest',
    Env: ['PATH=/bin'],
    Labels: Object.fromEntries(labels),
    ExposedPorts: { '80/tcp': {} },
    HostConfig: {
      Binds: ['/tmp:/data:ro'],
      PortBindings: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '18080' }] },
      RestartPolicy: { Name: 'no' },
    },
  })
  await callApi(real, 'POST', `/containers/${realId}/start`)
  imitation.containers.upsert(sample)
  imitation.containers.start('honest')

  lists.real = await callApi(real, 'GET', '/v1.41/containers/json')
  lists.imitation = await callApi(imitation.address, 'GET', '/v1.41/containers/json')
  inspections.real = await callApi(real, 'GET', `/v1.41/containers/${realId}/json`)
  inspections.imitation = await callApi(imitation.address, 'GET', '/v1.41/containers/honest/json')

  await callApi(real, 'POST', `/containers/${realId}/rename?name=renamed`)
  imitation.containers.rename('honest', 'renamed')
  await callApi(real, 'POST', `/containers/${realId}/stop`)
  imitation.containers.stop('renamed', 137)
  await removeContainer(real, realId)
  imitation.containers.remove('renamed')
  ended = Date.now() / 1000
})

afterAll(async () => {
  await imitation?.close()
})

/** Headers that belong to HTTP rather than to the engine, and the time. */
const ofHttp = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])

function engineHeaders(headers: NodeJS.Dict<string | string[]>) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofHttp.has(name)))
}

async function both(method: string, path: string) {
  const [ours, theirs] = await Promise.all([askApi(imitation.address, method, path), askApi(real, method, path)])
  return { ours, theirs }
}

describe('the sample engine answers as dockerd does', () => {
  test.each([
    ['GET', '/_ping'],
    ['HEAD', '/_ping'],
    ['GET', '/v1.99/_ping'],
    ['GET', '/v1.41/containers/nope/json'],
    ['GET', '/v1.41/nope'],
    ['GET', '/nope'],
    ['POST', '/v1.41/containers/json'],
  ])('to %s %s: status, headers and body', async (method, path) => {
    const { ours, theirs } = await both(method, path)
    expect(ours.status).toBe(theirs.status)
    expect(engineHeaders(ours.headers)).toEqual(engineHeaders(theirs.headers))
    expect(ours.body).toBe(theirs.body)
  })

  test('to a version that is too old, in the same words', async () => {
    const { ours, theirs } = await both('GET', '/v1.11/containers/json')
    expect(ours.status).toBe(theirs.status)
    // This one dockerd 20.10 writes as plain text, because API 1.11 did; from Docker 24 on it is JSON.
    expect(JSON.parse(ours.body)).toEqual({ message: theirs.body.trim() })
  })

  test.each(['/v1.41/version', '/v1.41/containers/json?all=1&limit=1'])(
    'to GET %s with the same headers',
    async (path) => {
      const { ours, theirs } = await both('GET', path)
      expect(ours.status).toBe(theirs.status)
      expect(engineHeaders(ours.headers)).toEqual(engineHeaders(theirs.headers))
    },
  )

  test('with the same fields in the version', async () => {
    const { ours, theirs } = await both('GET', '/v1.41/version')
    expect(shapeOf(JSON.parse(ours.body))).toEqual(shapeOf(JSON.parse(theirs.body)))
  })

  test('with no field in the info that dockerd does not have', async () => {
    const { ours, theirs } = await both('GET', '/v1.41/info')
    expect({ info: shapeOf(JSON.parse(theirs.body)) }).toMatchObject({ info: shapeOf(JSON.parse(ours.body)) })
  })

  test('with the same fields, and the same kinds of values, in the list', () => {
    expect(shapeOf(lists.imitation)).toEqual(shapeOf(lists.real))
  })

  test('with no field in an inspection that dockerd does not have', () => {
    expect({ reply: shapeOf(inspections.real) }).toMatchObject({ reply: shapeOf(inspections.imitation) })
  })

  test.each(['{"colour":["blue"]}', '{"status":["asleep"]}'])('by refusing the list filter %s', async (filters) => {
    const { ours, theirs } = await both('GET', `/v1.41/containers/json?filters=${filters}`)
    expect(ours.status).toBe(theirs.status)
    expect(shapeOf(JSON.parse(ours.body))).toEqual(shapeOf(JSON.parse(theirs.body)))
  })

  test('with the same events, in the same order', async () => {
    const ours = await readEvents(imitation.address)
    const theirs = (await readEvents(real)).filter((event) => concerns(event, realId))
    const brief = (event: Event) => `${event.Type} ${event.Action}`
    expect(ours.map(brief)).toEqual(theirs.map(brief))
    expect(ours.map(shapeOf)).toEqual(theirs.map(shapeOf))
  })
})

type Event = { Type: string; Action: string; Actor: { ID: string; Attributes: Record<string, string> } }

async function readEvents(address: string): Promise<Event[]> {
  const filters = '{"type":["container","network"]}'
  const { body } = await askApi(address, 'GET', `/v1.41/events?since=${began}&until=${ended}&filters=${filters}`)
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function concerns({ Actor }: Event, id: string): boolean {
  return Actor.ID === id || Actor.Attributes.container === id
}
