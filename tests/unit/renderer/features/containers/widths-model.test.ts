import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ColumnSize, fitWidths } from '../../../../../src/renderer/features/containers/widths-model.ts'

const column = (id: string, part: Partial<ColumnSize> = {}): ColumnSize => ({
  id,
  preferred: 200,
  min: 100,
  grows: 1,
  chosen: undefined,
  ...part,
})

describe('fitting column widths', () => {
  it('gives what is left over to the columns that grow, by their share', () => {
    expect(fitWidths([column('a', { grows: 2 }), column('b'), column('c', { grows: 0 })], 900)).toEqual({
      a: 400,
      b: 300,
      c: 200,
    })
  })

  it('takes what is missing from all that can give', () => {
    expect(fitWidths([column('a'), column('b')], 300)).toEqual({ a: 150, b: 150 })
  })

  it('stops at the minimum and lets the list scroll', () => {
    expect(fitWidths([column('a'), column('b')], 50)).toEqual({ a: 100, b: 100 })
  })

  it('never touches a width the user chose', () => {
    expect(fitWidths([column('a', { chosen: 333 }), column('b')], 100)).toEqual({ a: 333, b: 100 })
  })

  it('keeps every column between its minimum and the room there is', () => {
    const size = fc.record({
      min: fc.integer({ min: 40, max: 200 }),
      more: fc.integer({ min: 0, max: 300 }),
      grows: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 3000 }),
        (sizes, available) => {
          const columns = sizes.map(({ min, more, grows }, index) =>
            column(`${index}`, { min, preferred: min + more, grows }),
          )
          const widths = fitWidths(columns, available)
          const total = Object.values(widths).reduce((sum, width) => sum + width, 0)
          const smallest = columns.reduce((sum, { min }) => sum + min, 0)
          for (const { id, min } of columns) expect(widths[id]).toBeGreaterThanOrEqual(min)
          expect(total).toBeLessThanOrEqual(Math.max(available, smallest))
        },
      ),
    )
  })
})
