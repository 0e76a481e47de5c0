import { describe, expect, it } from 'vitest'
import { Rows } from '#main/engine/rows.ts'
import { readSummary } from '#main/engine/summary.ts'
import type { Container } from '#shared/container.ts'

function row(id: string, status = 'Up'): Container {
  const made = readSummary({ Id: id, Status: status, State: 'running' })
  if (!made) throw new Error('no row')
  return made
}

describe('Rows', () => {
  it('reports only what a whole list changes', () => {
    const rows = new Rows()
    expect(rows.replace([row('a'), row('b')])).toEqual({ changed: [row('a'), row('b')], removed: [] })
    expect(rows.replace([row('a'), row('b')])).toEqual({ changed: [], removed: [] })
    expect(rows.replace([row('b', 'Exited (0)'), row('c')])).toEqual({
      changed: [row('b', 'Exited (0)'), row('c')],
      removed: ['a'],
    })
    expect(rows.list().map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('takes an answer about single rows without touching the others', () => {
    const rows = new Rows()
    rows.replace([row('a'), row('b'), row('c')])
    expect(rows.merge(['b', 'c', 'never'], [row('b', 'Paused')])).toEqual({
      changed: [row('b', 'Paused')],
      removed: ['c'],
    })
    expect(rows.list()).toEqual([row('a'), row('b', 'Paused')])
  })
})
