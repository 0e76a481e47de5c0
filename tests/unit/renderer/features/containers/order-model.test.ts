import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Container } from '#shared/container.ts'
import { tableColumnIds } from '#shared/settings.ts'
import { orderRows } from '../../../../../src/renderer/features/containers/order-model.ts'
import { row } from './row.ts'

const listed = (...rows: Container[]) => new Map(rows.map((each) => [each.id, each]))
const names = (rows: readonly Container[]) => rows.map((each) => each.names[0])
const byName = { column: 'name', descending: false } as const

describe('the order of rows', () => {
  it('counts the numbers in names', () => {
    const rows = listed(row({ name: 'web-10' }), row({ name: 'Web-9' }), row({ name: 'api' }))
    expect(names(orderRows(rows, byName))).toEqual(['api', 'Web-9', 'web-10'])
    expect(names(orderRows(rows, { ...byName, descending: true }))).toEqual(['web-10', 'Web-9', 'api'])
  })

  it('puts what needs attention first by status', () => {
    const rows = listed(
      row({ name: 'fine' }),
      row({ name: 'gone', state: 'exited' }),
      row({ name: 'sick', health: 'unhealthy' }),
      row({ name: 'loop', state: 'restarting' }),
    )
    expect(names(orderRows(rows, { column: 'status', descending: false }))).toEqual(['sick', 'loop', 'fine', 'gone'])
  })

  it('puts the newest first by creation, and rows without ports last by port', () => {
    const old = row({ name: 'old', created: 1, ports: [{ privatePort: 80, type: 'tcp', addresses: [] }] })
    const recent = row({ name: 'new', created: 2 })
    expect(names(orderRows(listed(old, recent), { column: 'created', descending: false }))).toEqual(['new', 'old'])
    expect(names(orderRows(listed(recent, old), { column: 'ports', descending: false }))).toEqual(['old', 'new'])
  })

  it('is the same whatever order it starts from', () => {
    const rows = fc.uniqueArray(
      fc.record({
        id: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 4, maxLength: 6 }),
        name: fc.constantFrom('a', 'b', 'a2', 'a10', ''),
      }),
      { selector: ({ id }) => id, maxLength: 30 },
    )
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(...tableColumnIds),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (all, column, descending, random) => {
          const map = listed(...all.map(({ id, name }) => row({ id, names: [name] })))
          const sort = { column, descending }
          const fresh = orderRows(map, sort)
          const weights = new Map([...map.keys()].map((id) => [id, Number(random.next().value)]))
          const shuffled = [...map.values(), row({ id: 'removed' })].sort(
            (a, b) => (weights.get(a.id) ?? 0) - (weights.get(b.id) ?? 0),
          )
          expect(orderRows(map, sort, shuffled)).toEqual(fresh)
          expect(fresh).toHaveLength(map.size)
        },
      ),
    )
  })
})
