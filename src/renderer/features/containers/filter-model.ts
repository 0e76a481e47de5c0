import type { Container } from '#shared/container.ts'
import { type ShownState, shownState } from './words-model.ts'

const stateFilters = [
  'running',
  'unhealthy',
  'restarting',
  'paused',
  'exited',
  'created',
  'removing',
  'dead',
  'unknown',
  'all',
] as const
export type StateFilter = (typeof stateFilters)[number]

/** `running` is what `docker ps` lists: everything that has a process, also while it restarts or is paused. */
const alive: ReadonlySet<ShownState> = new Set(['running', 'unhealthy', 'restarting', 'paused'])

export function passesFilter(container: Container, filter: StateFilter): boolean {
  const shown = shownState(container)
  return filter === 'all' || (filter === 'running' ? alive.has(shown) : shown === filter)
}

export type FilterCount = { filter: StateFilter; count: number }

/** How many rows each filter would show. Only states that exist are offered; Running, All and the chosen one always. */
export function filterCounts(rows: Iterable<Container>, chosen: StateFilter): FilterCount[] {
  const counts = new Map<StateFilter, number>()
  for (const row of rows) {
    const shown = shownState(row)
    const filters: StateFilter[] = shown === 'running' ? ['running', 'all'] : [shown, 'all']
    if (shown !== 'running' && alive.has(shown)) filters.push('running')
    for (const filter of filters) counts.set(filter, (counts.get(filter) ?? 0) + 1)
  }
  return stateFilters
    .map((filter) => ({ filter, count: counts.get(filter) ?? 0 }))
    .filter(({ filter, count }) => count > 0 || filter === 'running' || filter === 'all' || filter === chosen)
}
