import { functionalUpdate, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Container } from '#shared/container.ts'
import type { Appearance, TableColumnId } from '#shared/settings.ts'
import { fitWidths } from '../widths-model.ts'
import { columnIds, columns, definitions, features } from './columns.tsx'

export type TableLook = Appearance['table']

/** The gutter with the checkboxes, in pixels. */
export const gutter = 36

/**
 * The table over the rows in the document, which are filtered, ordered and grouped already (`lines-model.ts` does that in
 * one pass, without a comparison for what did not move). All its state is the appearance's, so that it is remembered.
 */
export function useContainerTable(
  rows: Container[],
  look: TableLook,
  width: number,
  onLook: (change: Partial<TableLook>) => void,
) {
  const columnSizing = useMemo(
    () =>
      fitWidths(
        look.columns.map((id) => ({
          id,
          preferred: columns[id].size,
          min: columns[id].minSize,
          grows: columns[id].grows,
          chosen: look.widths[id],
        })),
        width - gutter,
      ),
    [look.columns, look.widths, width],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(columnIds.map((id) => [id, look.columns.includes(id)])),
    [look.columns],
  )
  const sorting = useMemo(() => [{ id: look.sort.column, desc: look.sort.descending }], [look.sort])

  return useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { columnOrder: look.columns, columnVisibility, columnSizing, sorting },
    onSortingChange: (updater) => {
      const [first] = functionalUpdate(updater, sorting)
      if (first) onLook({ sort: { column: first.id as TableColumnId, descending: first.desc } })
    },
  })
}
