import type { Container } from '#shared/container.ts'
import { displayName } from '../features/containers/words-model.ts'
import type { StatusLook } from '../ui/status-icon.tsx'

/** One thing the palette offers. `words` is what is typed to find it. */
export type PaletteItem = {
  id: string
  label: string
  words: string
  note?: string
  look?: StatusLook
  keys?: string
  run: () => void
}

/** Where a key moves the choice to among `count` options, round the ends; null when it moves nothing. */
export function movedChoice(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  return null
}

/** How many containers the palette lists: more than that are found by typing on. */
const containerLimit = 8

/** Items that hold every word of the query, those whose label begins with it first. */
export function matchItems<T extends Pick<PaletteItem, 'label' | 'words'>>(items: readonly T[], query: string): T[] {
  const terms = query.toLowerCase().split(/\s+/).filter(Boolean)
  const first = terms[0] ?? ''
  const starts = (item: T) => Number(!item.label.toLowerCase().startsWith(first))
  return items
    .filter((item) => terms.every((term) => item.words.toLowerCase().includes(term)))
    .sort((a, b) => starts(a) - starts(b))
}

/** Containers by name, as far as the palette lists them. An empty query offers none: the list is right there. */
export function matchContainers(rows: Iterable<Container>, query: string): Container[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return []
  const starting: Container[] = []
  const holding: Container[] = []
  for (const row of rows) {
    const at = displayName(row).toLowerCase().indexOf(wanted)
    if (at === 0) starting.push(row)
    else if (at > 0 && holding.length < containerLimit) holding.push(row)
    if (starting.length === containerLimit) break
  }
  return [...starting, ...holding].slice(0, containerLimit)
}
