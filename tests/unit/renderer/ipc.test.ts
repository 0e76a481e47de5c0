import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EventValue } from '#shared/contract.ts'
import type { SourceView } from '#shared/session.ts'
import { call, openStream } from '../../../src/renderer/ipc.ts'

const stream = '8f14e45f-ceea-467f-9f1a-3c0f6c1d5e2b'
type StreamEvent = EventValue<'stream'>

/** A door whose other side the test plays. */
function standAtDoor() {
  const calls: [string, unknown][] = []
  const listeners = new Set<(event: StreamEvent) => void>()
  vi.stubGlobal('window', {
    gangway: {
      call: async (name: string, input: unknown) => {
        calls.push([name, input])
        return { ok: true, value: null }
      },
      open: async () => ({ ok: true, value: stream }),
      on: (_name: string, listener: (event: StreamEvent) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
  const send = (event: StreamEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  return { calls, listeners, send }
}

const item = (value: unknown, of = stream): StreamEvent => ({ kind: 'item', stream: of, item: value })
afterEach(() => vi.unstubAllGlobals())

describe('the way to main', () => {
  it('answers with a problem when the door is gone', async () => {
    vi.stubGlobal('window', { gangway: { call: () => Promise.reject(new Error('closed')) } })
    expect(await call('app.info', null)).toMatchObject({ ok: false, problem: { code: 'unexpected', status: 500 } })
  })

  it('grants eight items at first and one more for each it has handled', async () => {
    const { calls, send } = standAtDoor()
    const seen: unknown[] = []
    openStream('sources.watch', null, (sources) => seen.push(sources))
    await vi.waitFor(() => expect(calls).toEqual([['stream.credit', { stream, credits: 8 }]]))
    const views: SourceView[] = []
    send(item(views))
    send(item(views, 'another stream'))
    expect(seen).toEqual([views])
    expect(calls.slice(1)).toEqual([['stream.credit', { stream, credits: 1 }]])
  })

  it('closes the stream and hears no more of it', async () => {
    const { calls, listeners } = standAtDoor()
    const close = openStream('sources.watch', null, () => {})
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    close()
    expect(calls.at(-1)).toEqual(['stream.close', { stream }])
    expect(listeners.size).toBe(0)
  })

  it('closes a stream that opens after it was given up, without granting anything', async () => {
    const { calls } = standAtDoor()
    openStream('sources.watch', null, () => {})()
    await vi.waitFor(() => expect(calls).toEqual([['stream.close', { stream }]]))
  })

  it('stops listening when main ends the stream', async () => {
    const { calls, listeners, send } = standAtDoor()
    openStream('sources.watch', null, () => {})
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    send({ kind: 'end', stream })
    expect(listeners.size).toBe(0)
  })
})
