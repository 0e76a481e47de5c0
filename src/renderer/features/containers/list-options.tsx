import { ActionIcon, Tooltip } from '@mantine/core'
import { IconListTree } from '@tabler/icons-react'
import { ColumnsMenu } from './columns-menu.tsx'
import type { TableLook } from './grid/use-container-table.ts'
import styles from './list-options.module.css'

/** How the list is laid out: grouping and columns. */
export function ListOptions({ look, onLook }: { look: TableLook; onLook: (change: Partial<TableLook>) => void }) {
  return (
    <span className={styles.options}>
      <Tooltip label={look.groupByProject ? 'Stop grouping by project' : 'Group by project'}>
        <ActionIcon
          aria-label="Group by project"
          aria-pressed={look.groupByProject}
          className={styles.toggle}
          onClick={() => onLook({ groupByProject: !look.groupByProject })}
        >
          <IconListTree size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <ColumnsMenu look={look} onLook={onLook} />
    </span>
  )
}
