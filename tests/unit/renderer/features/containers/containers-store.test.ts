import { describe, expect, it } from 'vitest'
import { nextList } from '../../../../../src/renderer/features/containers/containers-store.ts'
import { row } from './row.ts'

const [a, b] = [row({ name: 'a' }), row({ name: 'b' })]
const snapshot = nextList(undefined, { kind: 'snapshot', rows: [a, b], freshAt: 1 })

describe('the list of a source', () => {
  it('starts with a snapshot and ignores what comes before it', () => {
    expect([...(snapshot?.rows.values() ?? [])]).toEqual([a, b])
    expect(nextList(undefined, { kind: 'patch', changed: [a], removed: [], freshAt: 1 })).toBeNull()
    expect(nextList(undefined, { kind: 'state', state: { kind: 'idle' }, freshAt: 1 })).toBeNull()
  })

  it('changes the rows a patch names, and every other stays the same object', () => {
    const before = nextList(undefined, { kind: 'snapshot', rows: [a, b], freshAt: 1 }) ?? undefined
    const stopped = { ...a, state: 'exited' as const }
    const after = nextList(before, { kind: 'patch', changed: [stopped], removed: [], freshAt: 2 })
    expect(after?.rows.get(a.id)).toBe(stopped)
    expect(after?.rows.get(b.id)).toBe(b)
    expect(after?.freshAt).toBe(2)
    expect(after).not.toBe(before)
  })

  it('removes rows, and takes the last word where one is removed and comes again', () => {
    const list = nextList(undefined, { kind: 'snapshot', rows: [a, b], freshAt: 1 }) ?? undefined
    const next = nextList(list, { kind: 'patch', changed: [b], removed: [a.id, b.id], freshAt: 2 })
    expect([...(next?.rows.keys() ?? [])]).toEqual([b.id])
  })

  it('keeps the rows when only the state of the session changes', () => {
    const list = snapshot ?? undefined
    const next = nextList(list, { kind: 'state', state: { kind: 'connecting', since: 3 }, freshAt: 3 })
    expect(next).toEqual({ rows: snapshot?.rows, freshAt: 3 })
  })
})
