import { describe, expect, it } from 'vitest'
import { idsBetween, movedCursor, withIds } from '../../../../../src/renderer/features/containers/cursor-model.ts'

describe('the cursor of the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', -1, 9],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['PageDown', 2, 6],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
  ])('%s from %i goes to %i', (key, from, to) => {
    expect(movedCursor(key, from, 10, 4)).toBe(to)
  })

  it('goes nowhere for other keys and in an empty list', () => {
    expect(movedCursor('x', 3, 10, 4)).toBeNull()
    expect(movedCursor('ArrowDown', -1, 0, 4)).toBeNull()
  })

  it('selects between two lines whichever comes first, and passes over groups', () => {
    const ids = ['a', null, 'b', 'c']
    expect(idsBetween(ids, 0, 2)).toEqual(['a', 'b'])
    expect(idsBetween(ids, 3, 1)).toEqual(['b', 'c'])
  })

  it('turns ids on and off without touching the set it was given', () => {
    const selected = new Set(['a'])
    expect([...withIds(selected, ['b', 'c'], true)]).toEqual(['a', 'b', 'c'])
    expect([...withIds(selected, ['a'], false)]).toEqual([])
    expect([...selected]).toEqual(['a'])
  })
})
