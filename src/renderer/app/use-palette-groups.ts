import type { Container } from '#shared/container.ts'
import type { SourceView } from '#shared/session.ts'
import { useContainers } from '../features/containers/containers-store.ts'
import { focusGrid, focusSearch } from '../features/containers/toolbar.tsx'
import { changeView } from '../features/containers/view-store.ts'
import { displayName, imageText, looks, shownState } from '../features/containers/words-model.ts'
import { sourceLine } from '../features/sources/sources-model.ts'
import { chooseSource, useSources } from '../features/sources/sources-store.ts'
import { actions } from './actions.ts'
import { matchContainers, matchItems, type PaletteItem } from './palette-model.ts'
import { keyWords, type ShortcutId, shortcuts } from './shortcut-model.ts'
import type { Sheet } from './use-shortcuts.ts'

export type PaletteGroup = { title: string; items: PaletteItem[] }

/** What the palette offers for a query. Groups of which nothing matches are left out. */
export function usePaletteGroups(query: string, onOpen: (sheet: Sheet) => void): PaletteGroup[] {
  const { sources, chosen } = useSources()
  const list = useContainers((state) => (chosen === null ? undefined : state.lists[chosen]))
  return [
    { title: 'Containers', items: matchContainers(list?.rows.values() ?? [], query).map(containerItem) },
    { title: 'Sources', items: matchItems(sources.map(sourceItem), query) },
    { title: 'Actions', items: matchItems(actionItems(onOpen), query) },
  ].filter(({ items }) => items.length > 0)
}

/** Opened from anywhere, a container is shown whatever the filter is. */
function containerItem(container: Container): PaletteItem {
  const { id, image } = container
  const run = () => {
    changeView({ opened: id, cursor: id })
    focusGrid()
  }
  const label = displayName(container)
  return { id, label, words: label, note: imageText(image), look: looks[shownState(container)], run }
}

function sourceItem({ id, name, state }: SourceView): PaletteItem {
  const { look, words } = sourceLine(state)
  return { id, label: name, words: `${name} ${words}`, note: words, look, run: () => chooseSource(id) }
}

function actionItems(onOpen: (sheet: Sheet) => void): PaletteItem[] {
  const keyed = (id: ShortcutId, label: string, words: string, run: () => void): PaletteItem => ({
    ...plain(id, label, `${words} ${shortcuts[id].does}`, run),
    keys: keyWords(id),
  })
  return [
    keyed('search', 'Filter the list', 'find search', focusSearch),
    keyed('group', 'Toggle grouping by project', 'compose', actions.group),
    keyed('retry', 'Try again now', 'reconnect refresh', actions.retry),
    keyed('theme', 'Switch the theme', 'dark light system', actions.theme),
    keyed('rail', 'Toggle the sources', 'sidebar', actions.rail),
    plain('all', 'Show containers of every state', 'all filter', () => changeView({ filter: 'all' })),
    plain('running', 'Show running containers', 'filter', () => changeView({ filter: 'running' })),
    plain('columns', 'Choose columns', 'table', openColumns),
    keyed('settings', 'Open settings', 'preferences density', () => onOpen('settings')),
    keyed('shortcuts', 'Show all keys', 'keyboard shortcuts help', () => onOpen('shortcuts')),
  ]
}

function plain(id: string, label: string, words: string, run: () => void): PaletteItem {
  return { id, label, words: `${label} ${words}`, run }
}

function openColumns(): void {
  document.querySelector<HTMLElement>('[aria-label="Choose columns"]')?.click()
}
