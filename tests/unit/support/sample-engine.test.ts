import { get } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { publishedPort, sampleContainer } from '#tests/support/sample-engine/sample-container.ts'
import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { humanDuration } from '#tests/support/sample-engine/status-text.ts'
import { type SampleEngine, startSampleEngine } from '#tests/support/sample-engine.ts'

let engine: SampleEngine | undefined
afterEach(async () => {
  await engine?.close()
  engine = undefined
})

function ask(socketPath: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get({ socketPath, path, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })
}

describe('the sample containers', () => {
  const now = Date.UTC(2026, 0, 1)

  test('are the same for the same seed, and others for another', () => {
    expect(sampleContainers(200, 7, now)).toEqual(sampleContainers(200, 7, now))
    expect(sampleContainers(200, 7, now)).not.toEqual(sampleContainers(200, 8, now))
  })

  test('have ids and names of their own and show every state', () => {
    const containers = sampleContainers(1000, 1, now)
    expect(new Set(containers.map((container) => container.id)).size).toBe(1000)
    expect(new Set(containers.map((container) => container.names[0])).size).toBe(1000)
    expect([...new Set(containers.map((container) => container.state))].sort()).toEqual(
      ['created', 'dead', 'exited', 'paused', 'restarting', 'running'].sort(),
    )
    expect([...new Set(containers.map((container) => container.health))].sort()).toEqual(
      ['healthy', 'none', 'starting', 'unhealthy'].sort(),
    )
  })

  test('end after they start and start after they are made', () => {
    for (const { createdAt, startedAt, finishedAt } of sampleContainers(1000, 3, now)) {
      if (startedAt > 0) expect(startedAt).toBeGreaterThan(createdAt)
      if (finishedAt > 0) expect(finishedAt).toBeGreaterThanOrEqual(startedAt)
      expect(Math.max(createdAt, startedAt, finishedAt)).toBeLessThanOrEqual(now)
    }
  })
})

test.each([
  [999, 'Less than a second'],
  [1000, '1 second'],
  [59_000, '59 seconds'],
  [60_000, 'About a minute'],
  [7_200_000, '2 hours'],
  [47.4 * 3_600_000, '47 hours'],
  [3 * 86_400_000, '3 days'],
  [20 * 86_400_000, '2 weeks'],
])('%d ms read %s', (ms, text) => {
  expect(humanDuration(ms)).toBe(text)
})

describe('the sample engine', () => {
  test('refuses versions as Docker 29 does', async () => {
    engine = await startSampleEngine()
    expect(await ask(engine.address, '/v1.41/containers/json')).toEqual({
      status: 400,
      body: '{"message":"client version 1.41 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version"}\n',
    })
    expect(await ask(engine.address, '/v1.99/_ping')).toEqual({
      status: 400,
      body: '{"message":"client version 1.99 is too new. Maximum supported API version is 1.52"}\n',
    })
  })

  test('lists running containers, all of them, or those that match', async () => {
    const containers = [
      sampleContainer({ names: ['web'], ports: publishedPort(80, 8080), labels: [['__proto__', 'own']] }),
      sampleContainer({ names: ['old'], state: 'exited' }),
    ]
    engine = await startSampleEngine({ containers })
    const { address } = engine
    const names = async (query: string) =>
      [...(await ask(address, `/v1.44/containers/json${query}`)).body.matchAll(/"Names":\["\/(\w+)"\]/g)].map(
        (match) => match[1],
      )
    expect(await names('')).toEqual(['web'])
    expect(await names('?all=1')).toEqual(['web', 'old'])
    expect(await names('?filters={"status":["exited"]}')).toEqual(['old'])
    expect(await names(`?all=1&filters={"id":["${containers[1]?.id}"]}`)).toEqual(['old'])
    expect(await names('?all=1&filters={"label":["__proto__=own"]}')).toEqual(['web'])
    expect(await names('?filters={"colour":["blue"]}')).toEqual([])
    expect(engine.requests.map((request) => request.path)).toEqual(Array(6).fill('/containers/json'))
  })
})
