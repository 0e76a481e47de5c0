import { describe, expect, it } from 'vitest'
import { type Caller, type Feeds, StreamHub } from '#main/ipc/stream-hub.ts'
import { ok } from '#shared/result.ts'
import { localSource } from '#shared/source.ts'

function setUp() {
  const sent: unknown[] = []
  const queue: string[] = []
  const closed: string[] = []
  let wake = () => {}
  const feeds: Feeds = {
    'sources.watch': (_input, wakeUp) => {
      wake = wakeUp
      return ok({ take: () => (queue.shift() === undefined ? undefined : []), close: () => closed.push('sources') })
    },
    'containers.watch': () => ok({ take: () => undefined, close: () => closed.push('containers') }),
  }
  const caller = (id: string): Caller => ({ id, send: (_name, value) => sent.push(value) })
  const add = (count: number) => {
    queue.push(...Array.from({ length: count }, () => 'item'))
    wake()
  }
  return { hub: new StreamHub(feeds), caller, sent, closed, add }
}

function opened(hub: StreamHub, caller: Caller): number {
  const result = hub.open(caller, 1, 'sources.watch', null)
  if (!result.ok) throw new Error(result.problem.code)
  return 1
}

describe('StreamHub', () => {
  it('sends nothing before the first credit, and one item for each', () => {
    const { hub, caller, sent, add } = setUp()
    const window = caller('w')
    const id = opened(hub, window)
    add(5)
    expect(sent).toHaveLength(0)
    hub.credit(window, id, 2)
    expect(sent).toHaveLength(2)
    add(1)
    expect(sent).toHaveLength(2)
    hub.credit(window, id, 64)
    expect(sent).toHaveLength(6)
  })

  it('is closed to everybody but its own window', () => {
    const { hub, caller, closed } = setUp()
    const id = opened(hub, caller('w'))
    expect(hub.credit(caller('other'), id, 1)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
    expect(hub.close(caller('other'), id)).toMatchObject({ ok: false, problem: { status: 404 } })
    expect(closed).toEqual([])
    expect(hub.close(caller('w'), id)).toEqual(ok(null))
    expect(closed).toEqual(['sources'])
  })

  it('ends with its window, and leaves the streams of others alone', () => {
    const { hub, caller, closed } = setUp()
    opened(hub, caller('w'))
    hub.open(caller('w'), 2, 'containers.watch', { source: localSource })
    opened(hub, caller('other'))
    hub.closeAll({ id: 'w' })
    expect(closed.sort()).toEqual(['containers', 'sources'])
    expect(hub.size).toBe(1)
  })

  it('refuses a window that opens without end', () => {
    const { hub, caller } = setUp()
    const results = Array.from({ length: 70 }, (_, index) => hub.open(caller('w'), index + 1, 'sources.watch', null))
    expect(results.filter((result) => result.ok)).toHaveLength(64)
    expect(results.at(-1)).toMatchObject({ ok: false, problem: { code: 'refused', status: 403 } })
  })

  it('keeps the numbers of windows apart, and refuses one that is taken', () => {
    const { hub, caller, closed } = setUp()
    opened(hub, caller('w'))
    opened(hub, caller('other'))
    expect(hub.open(caller('w'), 1, 'sources.watch', null)).toMatchObject({ ok: false, problem: { code: 'refused' } })
    expect(hub.size).toBe(2)
    hub.close(caller('w'), 1)
    expect(closed).toEqual(['sources'])
    expect(hub.open(caller('w'), 1, 'sources.watch', null)).toEqual(ok(null))
  })

  it('sends items as JSON', () => {
    const { hub, caller, sent, add } = setUp()
    hub.credit(caller('w'), opened(hub, caller('w')), 1)
    add(1)
    expect(sent).toEqual([{ kind: 'item', stream: 1, item: '[]' }])
  })
})
