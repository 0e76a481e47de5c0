import type { Container } from '#shared/container.ts'
import { passesFilter, type StateFilter } from './filter-model.ts'
import { naturalKey } from './order-model.ts'
import { matchesTerms } from './search-model.ts'
import { looks, type ShownState, shownState } from './words-model.ts'

/** How many containers a project has in each state, what the filter hides too. */
export type Tally = readonly { state: ShownState; count: number }[]

/** What the grid shows, from top to bottom. `project` is the empty string for containers of none. */
export type Line =
  | { kind: 'group'; key: string; project: string; shown: number; tally: Tally; collapsed: boolean }
  | { kind: 'row'; key: string; container: Container }

export type LineOptions = {
  filter: StateFilter
  terms: readonly string[]
  grouped: boolean
  collapsed: ReadonlySet<string>
}

/** Filtered and grouped rows. `ordered` is in display order already. Groups appear once one container has a project. */
export function buildLines(ordered: readonly Container[], options: LineOptions): Line[] {
  const passing = ordered.filter((row) => passesFilter(row, options.filter) && matchesTerms(row, options.terms))
  if (!options.grouped || !passing.some((row) => row.project !== '')) return passing.map(rowLine)

  const members = byProject(passing)
  const everyone = byProject(ordered)
  const lines: Line[] = []
  for (const project of sortedProjects([...members.keys()])) {
    const rows = members.get(project) ?? []
    const collapsed = options.collapsed.has(project)
    const tally = tallyStates(everyone.get(project) ?? [])
    lines.push({ kind: 'group', key: groupKey(project), project, shown: rows.length, tally, collapsed })
    if (!collapsed) for (const row of rows) lines.push(rowLine(row))
  }
  return lines
}

/** A key no container id can equal: ids hold no slash. */
export function groupKey(project: string): string {
  return `project/${project}`
}

function tallyStates(rows: readonly Container[]): Tally {
  const counts = new Map<ShownState, number>()
  for (const row of rows) {
    const shown = shownState(row)
    counts.set(shown, (counts.get(shown) ?? 0) + 1)
  }
  const order = Object.keys(looks) as ShownState[]
  return order.filter((state) => counts.has(state)).map((state) => ({ state, count: counts.get(state) ?? 0 }))
}

function rowLine(container: Container): Line {
  return { kind: 'row', key: container.id, container }
}

function byProject(rows: readonly Container[]): Map<string, Container[]> {
  const groups = new Map<string, Container[]>()
  for (const row of rows) {
    const group = groups.get(row.project)
    if (group) group.push(row)
    else groups.set(row.project, [row])
  }
  return groups
}

/** By name; containers of no project last. */
function sortedProjects(projects: readonly string[]): string[] {
  const keyed = projects.map((project) => ({ project, key: naturalKey(project) }))
  keyed.sort((a, b) => {
    if (a.project === '' || b.project === '') return a.project === b.project ? 0 : a.project === '' ? 1 : -1
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
  })
  return keyed.map(({ project }) => project)
}
