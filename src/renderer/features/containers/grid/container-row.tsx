import { FlexRender, type Row } from '@tanstack/react-table'
import { type ComponentProps, memo } from 'react'
import type { Container } from '#shared/container.ts'
import { visibleText } from '#shared/visible-text.ts'
import { displayName } from '../words-model.ts'
import type { features } from './columns.tsx'
import styles from './container-grid.module.css'

type Props = {
  row: Row<typeof features, Container>
  /** The visible columns as one word: cells are built anew when it changes. */
  shape: string
  id: string
  index: number
  /** Pixels from the top of the body. */
  top: number
  indented: boolean
  selected: boolean
  active: boolean
  opened: boolean
}

function PlainContainerRow({ row, id, index, top, indented, selected, active, opened }: Props) {
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      data-active={active || undefined}
      data-opened={opened || undefined}
      data-indented={indented || undefined}
      className={styles.row}
      style={{ top }}
    >
      <td className={styles.gutter}>
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={selected}
          aria-label={`Select ${visibleText(displayName(row.original))}`}
        />
      </td>
      {row.getVisibleCells().map((cell) => {
        // What a row is called is its header.
        const Cell = cell.column.id === 'name' ? RowHeader : 'td'
        return (
          <Cell key={cell.id} className={styles.cell} data-mono={cell.column.columnDef.meta?.mono || undefined}>
            <FlexRender cell={cell} />
          </Cell>
        )
      })}
    </tr>
  )
}

function RowHeader(props: ComponentProps<'th'>) {
  return <th scope="row" {...props} />
}

/** A row renders again when its container is another object, never because its neighbours changed. */
export const ContainerRow = memo(
  PlainContainerRow,
  (before, after) =>
    before.row.original === after.row.original &&
    before.shape === after.shape &&
    before.index === after.index &&
    before.top === after.top &&
    before.indented === after.indented &&
    before.selected === after.selected &&
    before.active === after.active &&
    before.opened === after.opened,
)
