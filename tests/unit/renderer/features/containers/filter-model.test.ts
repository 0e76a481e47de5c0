import { describe, expect, it } from 'vitest'
import { filterCounts, passesFilter } from '../../../../../src/renderer/features/containers/filter-model.ts'
import { row } from './row.ts'

const rows = [
  row({ name: 'a' }),
  row({ name: 'b', health: 'unhealthy' }),
  row({ name: 'c', state: 'restarting' }),
  row({ name: 'd', state: 'exited' }),
]

describe('the state filter', () => {
  it('counts as running what docker ps lists: also what restarts, is paused or is unhealthy', () => {
    expect(rows.filter((each) => passesFilter(each, 'running'))).toHaveLength(3)
    expect(passesFilter(row({ state: 'paused' }), 'running')).toBe(true)
    expect(passesFilter(row({ state: 'created' }), 'running')).toBe(false)
  })

  it('offers the states that exist, with as many as each would show', () => {
    expect(filterCounts(rows, 'running')).toEqual([
      { filter: 'running', count: 3 },
      { filter: 'unhealthy', count: 1 },
      { filter: 'restarting', count: 1 },
      { filter: 'exited', count: 1 },
      { filter: 'all', count: 4 },
    ])
    for (const { filter, count } of filterCounts(rows, 'running')) {
      expect(rows.filter((each) => passesFilter(each, filter))).toHaveLength(count)
    }
  })

  it('keeps the chosen state on offer when the last one of it goes', () => {
    expect(filterCounts([row()], 'exited')).toContainEqual({ filter: 'exited', count: 0 })
  })
})
