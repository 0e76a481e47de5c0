import { describe, expect, it } from 'vitest'
import { matchContainers, matchItems } from '../../../../src/renderer/app/palette-model.ts'
import { row } from '../features/containers/row.ts'

const item = (label: string, words = label) => ({ label, words })
const labels = (items: { label: string }[]) => items.map(({ label }) => label)

describe('the palette', () => {
  it('lists what holds every word, what begins with the first one on top', () => {
    const items = [item('Switch the theme', 'Switch the theme dark'), item('Theme settings'), item('Quit')]
    expect(labels(matchItems(items, 'theme'))).toEqual(['Theme settings', 'Switch the theme'])
    expect(labels(matchItems(items, 'dark theme'))).toEqual(['Switch the theme'])
    expect(labels(matchItems(items, 'nothing'))).toEqual([])
    expect(labels(matchItems(items, ''))).toHaveLength(3)
  })

  it('finds containers by name, those that begin with it first, and no more than fit', () => {
    const rows = Array.from({ length: 30 }, (_, index) => row({ id: `${index}`, name: `my-web-${index}` }))
    const found = matchContainers([...rows, row({ id: 'x', name: 'web' })], 'WEB')
    expect(found[0]?.id).toBe('x')
    expect(found).toHaveLength(8)
  })

  it('lists no container before anything is typed', () => {
    expect(matchContainers([row()], '  ')).toEqual([])
  })
})
