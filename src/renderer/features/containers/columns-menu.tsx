import { ActionIcon, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { defaultSettings } from '#shared/default-settings.ts'
import type { TableColumnId } from '#shared/settings.ts'
import { columnIds, columns } from './grid/columns.tsx'
import type { TableLook } from './grid/use-container-table.ts'

/** Choose columns. The name stays: it is what a row is called. */
export function ColumnsMenu({ look, onLook }: { look: TableLook; onLook: (change: Partial<TableLook>) => void }) {
  return (
    <Menu position="bottom-end" width={212} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label="Choose columns" title="Choose columns">
          <IconColumns3 size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columnIds.map((id) => (
          <Menu.CheckboxItem
            key={id}
            checked={look.columns.includes(id)}
            disabled={id === 'name'}
            onChange={() => onLook({ columns: toggledColumns(look.columns, id) })}
          >
            {columns[id].label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider role="separator" />
        <Menu.Item onClick={() => onLook({ columns: defaultSettings.appearance.table.columns, widths: {} })}>
          Reset columns and widths
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** A column that is turned on takes its usual place. */
function toggledColumns(shown: readonly TableColumnId[], id: TableColumnId): TableColumnId[] {
  return columnIds.filter((each) => (each === id ? !shown.includes(each) : shown.includes(each)))
}
