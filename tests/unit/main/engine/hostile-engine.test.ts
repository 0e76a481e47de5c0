import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ConnectOptions, connect, type Engine } from '#main/engine/connect.ts'
import { listContainers } from '#main/engine/containers.ts'
import { followEvents } from '#main/engine/events.ts'
import { TransportFault } from '#main/problems/transport-fault.ts'
import type { ProblemCode } from '#shared/problem.ts'
import { startCanary } from '#tests/support/canary.ts'
import { okValue } from '#tests/support/ok-value.ts'
import type { Fault } from '#tests/support/sample-engine/faults.ts'
import { oddContainers } from '#tests/support/sample-engine/odd-containers.ts'
import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { type SampleEngine, startSampleEngine } from '#tests/support/sample-engine.ts'

const short = { connect: 1_000, handshake: 1_000, headers: 400, body: 400 }
const options: ConnectOptions = { limits: { ping: short, list: short } }
const mebibyte = 1024 * 1024

let hostile: SampleEngine
let engine: Engine

afterEach(async () => {
  engine?.close()
  await hostile?.close()
})

async function open(kind: 'unix' | 'tcp'): Promise<void> {
  hostile = await startSampleEngine({
    containers: sampleContainers(20),
    ...(kind === 'tcp' ? { listen: { kind } } : {}),
  })
  engine = okValue(await connect(hostile.endpoint, options))
}

async function codeOf(answer: Promise<{ ok: boolean; problem?: { code: string } }>): Promise<string> {
  const settled = await answer
  return settled.ok ? 'ok' : (settled.problem?.code ?? '')
}

const html = '<!doctype html><title>Sign in</title>'

/** What an engine, or whatever stands in its place, may do to a list; and what Gangway must call it. */
const faults: [what: string, fault: Fault, code: ProblemCode][] = [
  ['never answers', { kind: 'hang' }, 'timeout-response'],
  ['closes at once', { kind: 'close' }, 'connection-closed-early'],
  ['stops in the middle of a body of known length', { kind: 'truncate', framing: 'sized' }, 'connection-lost-midbody'],
  ['stops in the middle of a chunked body', { kind: 'truncate', framing: 'chunked' }, 'connection-lost-midbody'],
  ['breaks off in the middle of the body', { kind: 'reset', at: 'middle' }, 'connection-lost-midbody'],
  ['sends its headers byte by byte', { kind: 'drip', part: 'headers', every: 100 }, 'timeout-response'],
  ['sends its body byte by byte', { kind: 'drip', part: 'body', every: 500 }, 'timeout-body'],
  ['announces a giant body', { kind: 'giant', mebibytes: 4096, framing: 'sized' }, 'body-too-large'],
  ['compresses its answer', { kind: 'gzip' }, 'garbled-reply'],
  ['sends a header without end', { kind: 'huge-header', bytes: mebibyte }, 'garbled-reply'],
  ['sends chunks that are none', { kind: 'bad-chunk' }, 'garbled-reply'],
  ['is an SSH server', { kind: 'raw', text: 'SSH-2.0-OpenSSH_9.2p1\r\n' }, 'wrong-protocol'],
  ['answers with a login page', { kind: 'reply', body: html, headers: { 'Content-Type': 'text/html' } }, 'not-docker'],
  ['answers with nothing', { kind: 'reply', body: '' }, 'garbled-reply'],
  ['answers null', { kind: 'reply', body: 'null' }, 'garbled-reply'],
  ['answers half a list', { kind: 'reply', body: '[{"Id":"a"},' }, 'garbled-reply'],
  ['answers with an object', { kind: 'reply', body: '{"containers":[]}' }, 'not-docker'],
  ['answers with a number', { kind: 'reply', body: '42' }, 'not-docker'],
  ['is a proxy without its engine', { kind: 'reply', status: 502, body: html }, 'upstream-down'],
  ['wants a password', { kind: 'reply', status: 401, body: html }, 'unauthorized'],
]

describe.each(['unix', 'tcp'] as const)('over %s, an engine that', (kind) => {
  beforeEach(() => open(kind))

  test.each(faults)('%s costs one named problem, and nothing after it', async (_what, fault, code) => {
    const forgive = hostile.fail({ path: '/containers/json', fault })
    expect(await codeOf(listContainers(engine, { all: true }))).toBe(code)
    forgive()
    expect(okValue(await listContainers(engine, { all: true }))).toHaveLength(20)
  })

  test.each(faults)('%s when it is asked who it is, is not connected to', async (_what, fault) => {
    const forgive = hostile.fail({ path: '/_ping', fault })
    expect(await connect(hostile.endpoint, options)).toMatchObject({ ok: false })
    forgive()
    const again = okValue(await connect(hostile.endpoint, options))
    again.close()
    expect(again.info.kind).toBe('docker')
  })
})

describe('an engine on the network that', () => {
  beforeEach(() => open('tcp'))

  test('resets the connection is told apart from one that closes it', async () => {
    hostile.fail({ path: '/containers/json', fault: { kind: 'reset', at: 'start' } })
    expect(await codeOf(listContainers(engine, { all: true }))).toBe('connection-reset')
  })

  test.each([
    ['another server', (port: number) => `http://127.0.0.1:${port}/`],
    ['another server, encrypted', (port: number) => `https://127.0.0.1:${port}/`],
    ['a file', () => 'file:///etc/passwd'],
    ['a scheme nobody knows', () => 'ftp://127.0.0.1/'],
    ['a port nobody listens on', () => 'http://127.0.0.1:1/'],
  ])('redirects to %s is not followed', async (_where, location) => {
    const canary = await startCanary()
    try {
      const headers = { Location: location(canary.port) }
      for (const status of [301, 302, 303, 307, 308]) {
        hostile.fail({ path: '/containers/json', times: 1, fault: { kind: 'reply', status, headers, body: '' } })
        expect(await codeOf(listContainers(engine, { all: true }))).toBe('not-docker')
      }
      hostile.fail({ path: '/_ping', fault: { kind: 'reply', status: 307, headers, body: '' } })
      expect(await codeOf(connect(hostile.endpoint, options))).toBe('not-docker')
      expect(canary.hits()).toBe(0)
    } finally {
      await canary.close()
    }
  })
})

test('a body without end is cut at its limit, and memory stays bounded', async () => {
  await open('unix')
  hostile.fail({ path: '/containers/json', fault: { kind: 'giant', mebibytes: 1024, framing: 'chunked' } })
  const patient = okValue(await connect(hostile.endpoint, { limits: { list: { headers: 5_000, body: 20_000 } } }))
  const before = process.memoryUsage().rss
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 5)
  try {
    expect(await codeOf(listContainers(patient, { all: true }))).toBe('body-too-large')
  } finally {
    clearInterval(watch)
    patient.close()
  }
  expect((peak - before) / mebibyte).toBeLessThan(128)
})

test('a request that is called off ends at once, and is no problem', async () => {
  await open('unix')
  hostile.fail({ path: '/containers/json', fault: { kind: 'hang' } })
  const stop = new AbortController()
  const answer = listContainers(engine, { all: true, signal: stop.signal })
  await vi.waitFor(() => expect(hostile.requests.at(-1)?.path).toBe('/containers/json'))
  stop.abort()
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})

test('odd containers cost no other row', async () => {
  const odd = oddContainers()
  hostile = await startSampleEngine({ containers: [...odd, ...sampleContainers(20)] })
  engine = okValue(await connect(hostile.endpoint, options))
  const rows = okValue(await listContainers(engine, { all: true }))
  expect(new Set(rows.map((row) => row.id))).toEqual(new Set([...odd, ...sampleContainers(20)].map((row) => row.id)))
  expect({}).not.toHaveProperty('polluted')
  const prototype = rows.find((row) => row.names[0] === 'prototype-labels')
  expect(prototype?.labels).toContainEqual({ key: '__proto__', value: 'polluted' })
})

describe('an event stream that', () => {
  beforeEach(() => open('unix'))

  function follow(): Promise<unknown> {
    const ended = followEvents(engine, { signal: new AbortController().signal, onOpen: () => {}, onChange: () => {} })
    return ended.then(
      () => 'ended without a word',
      (error: unknown) => error,
    )
  }

  test('ends in order is lost all the same', async () => {
    const ended = follow()
    await vi.waitFor(() => expect(hostile.events.size).toBe(1))
    hostile.events.close()
    expect(await ended).toBeInstanceOf(TransportFault)
    expect(await ended).toMatchObject({ kind: 'stream-ended' })
  })

  test('breaks off is lost', async () => {
    const ended = follow()
    await vi.waitFor(() => expect(hostile.events.size).toBe(1))
    hostile.events.reset()
    expect(await ended).toBeInstanceOf(Error)
  })

  test('with a line without end is cut', async () => {
    hostile.fail({ path: '/events', fault: { kind: 'giant', mebibytes: 64, framing: 'chunked' } })
    expect(await follow()).toMatchObject({ kind: 'body-too-large' })
  })

  test('says nonsense is read to its end', async () => {
    const lines = ['null', '[]', '{}', '{"Type":"container"}', 'not json', '{"Action":7,"Actor":null}', '\u0000', '']
    hostile.fail({ path: '/events', fault: { kind: 'reply', body: `${lines.join('\n')}\n` } })
    expect(await follow()).toMatchObject({ kind: 'stream-ended' })
  })
})
