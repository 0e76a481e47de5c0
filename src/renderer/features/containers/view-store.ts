import { create } from 'zustand'
import type { StateFilter } from './filter-model.ts'

/** How the list is being looked at: lost with the window, unlike what settings remember. */
type ViewState = {
  search: string
  filter: StateFilter
  /** Projects whose rows are folded away. */
  collapsed: ReadonlySet<string>
  selected: ReadonlySet<string>
  /** The key of the line the keyboard is on, null before the first move. */
  cursor: string | null
  /** The container whose details are open. */
  opened: string | null
}

const initial: ViewState = {
  search: '',
  filter: 'running',
  collapsed: new Set(),
  selected: new Set(),
  cursor: null,
  opened: null,
}

export const useView = create<ViewState>(() => initial)

export function changeView(change: Partial<ViewState>): void {
  useView.setState(change)
}

export function toggleCollapsed(project: string): void {
  useView.setState(({ collapsed }) => {
    const next = new Set(collapsed)
    if (!next.delete(project)) next.add(project)
    return { collapsed: next }
  })
}

/** Esc: one level back – details, then selection, then search, then the filter. False when there is nothing left to leave. */
export function backOut(): boolean {
  const { opened, selected, search } = useView.getState()
  if (opened !== null) changeView({ opened: null })
  else if (selected.size > 0) changeView({ selected: new Set() })
  else if (search !== '') changeView({ search: '' })
  else return false
  return true
}
