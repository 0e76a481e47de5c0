import { describe, expect, it } from 'vitest'
import { readSummary } from '#main/engine/summary.ts'
import { type Watched, watchContainers } from '#main/ipc/feeds/containers-feed.ts'
import type { Container } from '#shared/container.ts'

function row(id: string, status = 'Up'): Container {
  const made = readSummary({ Id: id, Status: status })
  if (!made) throw new Error('no row')
  return made
}

function setUp() {
  let listener: Parameters<Watched['listen']>[0] | undefined
  let rows: Container[] = []
  const session = {
    state: { kind: 'connecting', since: 1 } as Watched['state'],
    freshAt: 0,
    rows: { list: () => rows },
    listen: (given: Parameters<Watched['listen']>[0]) => {
      listener = given
      return () => {
        listener = undefined
      }
    },
  }
  return {
    session,
    setRows: (next: Container[]) => {
      rows = next
      session.freshAt = 5
    },
    patch: (changed: Container[], removed: string[] = []) => listener?.onPatch({ changed, removed }),
    isListening: () => listener !== undefined,
  }
}

describe('watchContainers', () => {
  it('gives the state at once, and a snapshot only when there is a list', () => {
    const { session, setRows } = setUp()
    const feed = watchContainers(session, () => {})
    expect(feed.take()).toEqual({ kind: 'state', state: { kind: 'connecting', since: 1 }, freshAt: 0 })
    expect(feed.take()).toBeUndefined()
    setRows([row('a')])
    expect(feed.take()).toEqual({ kind: 'snapshot', rows: [row('a')], freshAt: 5 })
    expect(feed.take()).toBeUndefined()
  })

  it('merges by id what the window had no credit for', () => {
    const { session, setRows, patch } = setUp()
    setRows([row('a'), row('b')])
    const feed = watchContainers(session, () => {})
    feed.take()
    feed.take()
    for (let i = 0; i < 1_000; i++) patch([row('a', `Up ${i}`)])
    patch([], ['b'])
    patch([row('c')])
    patch([], ['c'])
    expect(feed.take()).toEqual({ kind: 'patch', changed: [row('a', 'Up 999')], removed: ['b', 'c'], freshAt: 5 })
    expect(feed.take()).toBeUndefined()
  })

  it('stops listening when it is closed', () => {
    const { session, isListening } = setUp()
    const feed = watchContainers(session, () => {})
    expect(isListening()).toBe(true)
    feed.close()
    expect(isListening()).toBe(false)
  })
})
