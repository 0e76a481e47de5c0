import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import type { Header } from '@tanstack/react-table'
import type { Container } from '#shared/container.ts'
import { Resizer } from '../../../ui/resizer.tsx'
import type { features } from './columns.tsx'
import styles from './container-grid.module.css'

type Props = {
  headers: readonly Header<typeof features, Container>[]
  selection: 'none' | 'some' | 'all'
  onSelectAll: () => void
  onResize: (column: string, pixels: number | null) => void
}

export function GridHeader({ headers, selection, onSelectAll, onResize }: Props) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.header}>
        <th scope="col" className={styles.gutter}>
          <input
            type="checkbox"
            aria-label="Select all shown"
            checked={selection === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = selection === 'some'
            }}
            onChange={onSelectAll}
          />
        </th>
        {headers.map((header) => (
          <HeaderCell key={header.id} header={header} onResize={onResize} />
        ))}
      </tr>
    </thead>
  )
}

function HeaderCell({ header, onResize }: { header: Header<typeof features, Container>; onResize: Props['onResize'] }) {
  const { column } = header
  const sorted = column.getIsSorted()
  const label = String(column.columnDef.header)
  return (
    <th
      scope="col"
      className={styles.heading}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
    >
      <button type="button" className={styles.sort} onClick={() => column.toggleSorting()}>
        {label}
        {sorted === 'asc' ? <IconArrowNarrowUp size={14} aria-hidden /> : null}
        {sorted === 'desc' ? <IconArrowNarrowDown size={14} aria-hidden /> : null}
      </button>
      <Resizer
        label={`Width of ${label}`}
        value={column.getSize()}
        min={column.columnDef.minSize ?? 40}
        max={1200}
        direction={1}
        onResize={(pixels) => onResize(column.id, pixels)}
        onReset={() => onResize(column.id, null)}
      />
    </th>
  )
}
