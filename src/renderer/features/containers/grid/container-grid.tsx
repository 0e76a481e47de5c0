import { type CSSProperties, type MouseEvent, useId, useMemo, useRef } from 'react'
import { idsBetween, withIds } from '../cursor-model.ts'
import type { Line } from '../lines-model.ts'
import { changeView, toggleCollapsed, useView } from '../view-store.ts'
import styles from './container-grid.module.css'
import { ContainerRow } from './container-row.tsx'
import { GridHeader } from './grid-header.tsx'
import { GroupRow } from './group-row.tsx'
import { gutter, type TableLook, useContainerTable } from './use-container-table.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { headerHeight, useShownLines } from './use-shown-lines.ts'

/** A table that is worked in, row by row: the grid pattern of ARIA. */
const gridRole = { role: 'grid', tabIndex: 0, 'aria-multiselectable': true } as const

type Props = {
  lines: readonly Line[]
  look: TableLook
  rowHeight: number
  stale: boolean
  onLook: (change: Partial<TableLook>) => void
  onOpenPort: (container: string, publicPort: number) => void
}

export function ContainerGrid({ lines, look, rowHeight, stale, onLook, onOpenPort }: Props) {
  const id = useId()
  const { selected, cursor, opened } = useView()

  const ids = useMemo(() => lines.map((line) => (line.kind === 'row' ? line.key : null)), [lines])
  const selection = useMemo(() => selectionOf(ids, selected), [ids, selected])
  const active = useMemo(() => (cursor === null ? -1 : lines.findIndex((line) => line.key === cursor)), [lines, cursor])
  const { scroller, width, virtualizer } = useShownLines({ count: lines.length, rowHeight, active })
  const shown = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const line = lines[index]
    return line ? [{ index, start, line }] : []
  })
  // Only what is in the document: a table over all rows would build a row model for each with every change.
  const rows = shown.flatMap(({ line }) => (line.kind === 'row' ? [line.container] : []))
  const table = useContainerTable(rows, look, width, onLook)
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const template = `${gutter}px ${headers.map((header) => `${header.getSize()}px`).join(' ')}`
  const shape = look.columns.join()
  const grouped = lines[0]?.kind === 'group'

  const anchor = useRef<string | null>(null)
  const select = (index: number, mode: 'toggle' | 'range') => {
    const from = mode === 'range' ? lines.findIndex((line) => line.key === anchor.current) : -1
    const line = lines[index]
    if (!line) return
    if (from >= 0) changeView({ selected: withIds(selected, idsBetween(ids, from, index), true) })
    else if (line.kind === 'row') changeView({ selected: withIds(selected, [line.key], !selected.has(line.key)) })
    if (from < 0) anchor.current = line.key
  }
  const selectAll = () => {
    const all = ids.filter((each) => each !== null)
    changeView({ selected: withIds(selected, all, !all.every((each) => selected.has(each))) })
  }

  const pressKey = useGridKeys({
    lines,
    active,
    page: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 300) / rowHeight) - 2),
    onMove: (index, extend) => {
      const line = lines[index]
      if (!line) return
      if (extend && anchor.current === null) anchor.current = cursor
      changeView({ cursor: line.key, ...(opened !== null && line.kind === 'row' ? { opened: line.key } : {}) })
      virtualizer.scrollToIndex(index)
      if (extend) select(index, 'range')
      else anchor.current = line.key
    },
    onSelect: (index) => select(index, 'toggle'),
    onSelectAll: selectAll,
  })

  const click = (event: MouseEvent<HTMLTableElement>) => {
    if (!(event.target instanceof Element)) return
    const index = Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? -1)
    const line = lines[index]
    if (!line) return
    if (line.kind === 'group') {
      changeView({ cursor: line.key })
      toggleCollapsed(line.project)
      return
    }
    const port = event.target.closest('[data-port]')?.getAttribute('data-port')
    const mode = clickMode(event, event.target instanceof HTMLInputElement)
    if (port) onOpenPort(line.key, Number(port))
    else if (mode === 'open') {
      anchor.current = line.key
      changeView({ opened: line.key })
    } else select(index, mode)
    changeView({ cursor: line.key })
  }

  const style: CSSProperties & Record<'--columns', string> = { '--columns': template }
  const bodyWidth = table.getTotalSize() + gutter

  return (
    <div ref={scroller} className={styles.scroller} data-stale={stale || undefined} style={style}>
      <table
        {...gridRole}
        {...(active < 0 ? {} : { 'aria-activedescendant': `${id}${active}` })}
        id="containers"
        aria-label="Containers"
        aria-rowcount={lines.length + 1}
        className={styles.grid}
        onKeyDown={pressKey}
        onClick={click}
      >
        <GridHeader
          headers={headers}
          selection={selection}
          onSelectAll={selectAll}
          onResize={(column, pixels) => onLook({ widths: changedWidths(look.widths, column, pixels) })}
        />
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize(), width: bodyWidth }}>
          {shown.map(({ index, start, line }) => {
            const place = { id: `${id}${index}`, index, top: start - headerHeight, active: index === active }
            return line.kind === 'group' ? (
              <GroupRow {...place} key={line.key} {...groupProps(line)} columnCount={headers.length} />
            ) : (
              <ContainerRow
                {...place}
                key={line.key}
                row={table.getRow(line.key)}
                shape={shape}
                indented={grouped}
                selected={selected.has(line.key)}
                opened={line.key === opened}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function selectionOf(ids: readonly (string | null)[], selected: ReadonlySet<string>): 'none' | 'some' | 'all' {
  const rows = ids.filter((id) => id !== null)
  const picked = selected.size === 0 ? 0 : rows.filter((id) => selected.has(id)).length
  if (picked === 0) return 'none'
  return picked === rows.length ? 'all' : 'some'
}

function clickMode(event: MouseEvent, onCheckbox: boolean): 'open' | 'toggle' | 'range' {
  if (event.shiftKey) return 'range'
  return onCheckbox || event.ctrlKey || event.metaKey ? 'toggle' : 'open'
}

function groupProps({ project, shown, tally, collapsed }: Extract<Line, { kind: 'group' }>) {
  return { project, shown, tally, collapsed }
}

function changedWidths(widths: TableLook['widths'], column: string, pixels: number | null): TableLook['widths'] {
  const others = Object.fromEntries(Object.entries(widths).filter(([id]) => id !== column))
  return pixels === null ? others : { ...others, [column]: pixels }
}
