import { describe, expect, it } from 'vitest'
import { buildLines, type LineOptions } from '../../../../../src/renderer/features/containers/lines-model.ts'
import { row } from './row.ts'

const options: LineOptions = { filter: 'all', terms: [], grouped: true, collapsed: new Set() }
const rows = [
  row({ name: 'api', project: 'shop' }),
  row({ name: 'lone' }),
  row({ name: 'old', project: 'shop', state: 'exited' }),
  row({ name: 'grafana', project: 'monitoring' }),
]
const shape = (lines: ReturnType<typeof buildLines>) =>
  lines.map((line) => (line.kind === 'group' ? `${line.project || '-'}:${line.shown}` : line.container.names[0]))

describe('the lines of the list', () => {
  it('groups by project in the order of their names, those of none last', () => {
    const lines = buildLines(rows, options)
    expect(shape(lines)).toEqual(['monitoring:1', 'grafana', 'shop:2', 'api', 'old', '-:1', 'lone'])
  })

  it('folds a project away and says how many it holds', () => {
    const lines = buildLines(rows, { ...options, collapsed: new Set(['shop']) })
    expect(shape(lines)).toEqual(['monitoring:1', 'grafana', 'shop:2', '-:1', 'lone'])
  })

  it('tells in the summary what the filter hides', () => {
    const [, , shop] = buildLines(rows, { ...options, filter: 'running' })
    expect(shop).toMatchObject({
      project: 'shop',
      shown: 1,
      tally: [
        { state: 'running', count: 1 },
        { state: 'exited', count: 1 },
      ],
    })
  })

  it('leaves out projects of which nothing passes', () => {
    expect(shape(buildLines(rows, { ...options, terms: ['grafana'] }))).toEqual(['monitoring:1', 'grafana'])
  })

  it('shows plain rows where no row has a project, and where grouping is off', () => {
    expect(shape(buildLines([row({ name: 'lone' })], options))).toEqual(['lone'])
    expect(shape(buildLines(rows, { ...options, grouped: false }))).toEqual(['api', 'lone', 'old', 'grafana'])
  })

  it('counts what is unhealthy apart from what runs well', () => {
    const sick = row({ name: 'sick', project: 'shop', health: 'unhealthy' })
    const [shop] = buildLines([row({ name: 'fine', project: 'shop' }), sick], options)
    expect(shop).toMatchObject({
      tally: [
        { state: 'running', count: 1 },
        { state: 'unhealthy', count: 1 },
      ],
    })
  })
})
