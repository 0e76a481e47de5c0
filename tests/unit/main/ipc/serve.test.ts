import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createServe, type Handlers } from '#main/ipc/serve.ts'
import { type Feeds, StreamHub } from '#main/ipc/stream-hub.ts'
import { calls, streams } from '#shared/contract.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'

const caller = { id: 'w', send: () => {} }
const uuid = '123e4567-e89b-42d3-a456-426614174000'

function setUp() {
  const asked: { name: string; input: unknown }[] = []
  const answer =
    (name: string) =>
    (input: unknown): Result<never> => {
      asked.push({ name, input })
      return failed(problemOf('not-found', { what: name }))
    }
  const handlers: Handlers = {
    'app.info': () => {
      throw new RangeError('a bug')
    },
    'sources.retry': answer('sources.retry'),
    'sources.pin': answer('sources.pin'),
    'sources.diagnose': answer('sources.diagnose'),
    'containers.list': answer('containers.list'),
    'containers.inspect': answer('containers.inspect'),
    'ports.open': answer('ports.open'),
    'settings.read': answer('settings.read'),
    'settings.appearance': answer('settings.appearance'),
    'settings.enabled': answer('settings.enabled'),
    'stream.credit': answer('stream.credit'),
    'stream.close': answer('stream.close'),
  }
  const feed = { take: () => undefined, close: () => {} }
  const feeds: Feeds = { 'sources.watch': () => ok(feed), 'containers.watch': () => ok(feed) }
  const explain = (thrown: unknown) => problemOf('unexpected', {}, String(thrown))
  return { serve: createServe(handlers, new StreamHub(feeds), explain), asked }
}

const callOf = (name: string, input: unknown) => ({ kind: 'call', name, input })
const openOf = (name: string) => ({ kind: 'open', name, input: null, stream: 1 })

describe('serve', () => {
  it('hands a parsed input to the handler of that name', async () => {
    const { serve, asked } = setUp()
    await serve(caller, callOf('containers.list', { source: 'local', all: true, extra: 'dropped' }))
    await serve(caller, callOf('sources.retry', { source: uuid }))
    expect(asked).toEqual([
      { name: 'containers.list', input: { source: 'local', all: true } },
      { name: 'sources.retry', input: { source: uuid } },
    ])
  })

  it.each([
    ['a source that is neither local nor a UUID', callOf('containers.list', { source: 'prod', all: true })],
    ['a path where a source is due', callOf('sources.diagnose', { source: '/var/run/docker.sock' })],
    ['a container id with a slash', callOf('containers.inspect', { source: 'local', id: '../../info' })],
    ['a missing input', callOf('containers.list', undefined)],
    ['a width no window has', callOf('settings.appearance', { detailsWidth: -1 })],
    ['no request at all', null],
    ['a request of another kind', { kind: 'exec', name: 'app.info', input: null }],
    ['a stream of a foreign source', { ...openOf('containers.watch'), input: { source: 'tcp://host' } }],
    ['a stream without a number', { kind: 'open', name: 'sources.watch', input: null }],
  ])('answers %s with a typed 400, and asks no handler', async (_name, request) => {
    const { serve, asked } = setUp()
    expect(await serve(caller, request)).toMatchObject({ ok: false, problem: { code: 'invalid-request', status: 400 } })
    expect(asked).toEqual([])
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'fixes.run', ''])(
    'knows no call and no stream named %j',
    async (name) => {
      const { serve } = setUp()
      for (const request of [callOf(name, null), openOf(name)]) {
        const answer = await serve(caller, request)
        expect(answer).toMatchObject({ ok: false, problem: { code: 'unknown-call', status: 404 } })
      }
    },
  )

  it('turns a handler that throws into a problem', async () => {
    const { serve } = setUp()
    const answer = await serve(caller, callOf('app.info', null))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'unexpected', status: 500, raw: 'RangeError: a bug' } })
  })

  it('never rejects and always answers a Result, whatever it is sent', async () => {
    const { serve } = setUp()
    const names = fc.oneof(fc.constantFrom(...Object.keys(calls), ...Object.keys(streams)), fc.string())
    const requests = fc.oneof(
      fc.anything(),
      fc.record({ kind: fc.constantFrom('call', 'open', 'on'), name: names, input: fc.anything(), stream: fc.nat() }),
    )
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const answer = await serve(caller, request)
        expect(answer.ok ? true : answer.problem.code.length > 0).toBe(true)
      }),
    )
  })
})
