import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EventValue } from '#shared/contract.ts'
import type { Result } from '#shared/result.ts'
import type { SourceView } from '#shared/session.ts'
import { call, openStream } from '../../../src/renderer/ipc.ts'

type StreamEvent = EventValue<'stream'>

/** A door whose other side the test plays. */
function standAtDoor(answer: Result<null> = { ok: true, value: null }) {
  const asked: unknown[] = []
  const listeners = new Set<(event: StreamEvent) => void>()
  vi.stubGlobal('window', {
    gangway: {
      call: async (name: string, input: unknown) => {
        asked.push([name, input])
        return { ok: true, value: null }
      },
      open: async (name: string, _input: unknown, stream: number) => {
        asked.push(['open', name])
        opened.push(stream)
        return answer
      },
      on: (_name: string, listener: (event: StreamEvent) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  })
  const opened: number[] = []
  const send = (event: StreamEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  const last = () => opened.at(-1) ?? 0
  return { asked, listeners, send, last }
}

const item = (value: unknown, stream: number): StreamEvent => ({ kind: 'item', stream, item: JSON.stringify(value) })
afterEach(() => vi.unstubAllGlobals())

describe('the way to main', () => {
  it('answers with a problem when the door is gone', async () => {
    vi.stubGlobal('window', { gangway: { call: () => Promise.reject(new Error('closed')) } })
    expect(await call('app.info', null)).toMatchObject({ ok: false, problem: { code: 'unexpected', status: 500 } })
  })

  it('opens a stream and grants eight items without waiting, and one more for each it has handled', () => {
    const { asked, send, last } = standAtDoor()
    const seen: unknown[] = []
    const close = openStream('sources.watch', null, (sources) => seen.push(sources))
    const stream = last()
    expect(asked).toEqual([
      ['open', 'sources.watch'],
      ['stream.credit', { stream, credits: 8 }],
    ])
    const views: SourceView[] = []
    send(item(views, stream))
    send(item(views, stream + 1))
    expect(seen).toEqual([views])
    expect(asked.slice(2)).toEqual([['stream.credit', { stream, credits: 1 }]])
    close()
  })

  it('follows several streams with one listener', () => {
    const { listeners, send, last } = standAtDoor()
    const seen: string[] = []
    const closeFirst = openStream('sources.watch', null, () => seen.push('first'))
    const first = last()
    const closeSecond = openStream('sources.watch', null, () => seen.push('second'))
    expect(listeners.size).toBe(1)
    send(item([], last()))
    send(item([], first))
    expect(seen).toEqual(['second', 'first'])
    closeFirst()
    expect(listeners.size).toBe(1)
    closeSecond()
    expect(listeners.size).toBe(0)
  })

  it('closes the stream once and hears no more of it', () => {
    const { asked, listeners, last } = standAtDoor()
    const close = openStream('sources.watch', null, () => {})
    close()
    close()
    expect(asked.slice(2)).toEqual([['stream.close', { stream: last() }]])
    expect(listeners.size).toBe(0)
  })

  it.each(['that main ends', 'that main refuses'])('stops listening to a stream %s', async (which) => {
    const refused = which === 'that main refuses'
    const problem = { code: 'unknown-source', status: 404, facts: {}, raw: '' } as const
    const { asked, listeners, send, last } = standAtDoor(refused ? { ok: false, problem } : undefined)
    const close = openStream('sources.watch', null, () => {})
    if (!refused) send({ kind: 'end', stream: last() })
    await vi.waitFor(() => expect(listeners.size).toBe(0))
    close()
    expect(asked).toHaveLength(2)
  })
})
