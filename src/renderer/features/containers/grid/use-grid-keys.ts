import type { KeyboardEvent } from 'react'
import { movedCursor } from '../cursor-model.ts'
import { groupKey, type Line } from '../lines-model.ts'
import { changeView, toggleCollapsed } from '../view-store.ts'

type Options = {
  lines: readonly Line[]
  /** The position of the active line, -1 for none. */
  active: number
  /** How many lines a page moves by. */
  page: number
  onMove: (index: number, extend: boolean) => void
  onSelect: (index: number) => void
  onSelectAll: () => void
}

/** The grid's own keys, while the grid itself has the focus: buttons in its header keep theirs. */
export function useGridKeys({ lines, active, page, onMove, onSelect, onSelectAll }: Options) {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return
    if (handle(event)) event.preventDefault()
  }

  function handle(event: KeyboardEvent): boolean {
    const line = lines[active]
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'a') return false
      onSelectAll()
      return true
    }
    const next = movedCursor(event.key, active, lines.length, page)
    if (next !== null) {
      onMove(next, event.shiftKey)
      return true
    }
    if (!line) return false
    if (event.key === ' ') onSelect(active)
    else if (event.key === 'Enter') enter(line)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') fold(line, event.key === 'ArrowLeft')
    else return false
    return true
  }

  function enter(line: Line) {
    if (line.kind === 'group') toggleCollapsed(line.project)
    else changeView({ opened: line.key })
  }

  /** Left folds a group, and goes from a row to the head of its group; right unfolds. */
  function fold(line: Line, left: boolean) {
    if (line.kind === 'group') {
      if (line.collapsed !== left) toggleCollapsed(line.project)
      return
    }
    if (!left) return
    const head = lines.findIndex((each) => each.key === groupKey(line.container.project))
    if (head >= 0) onMove(head, false)
  }
}
