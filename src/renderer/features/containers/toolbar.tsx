import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { KeyHint } from '../../ui/key-hint.tsx'
import type { FilterCount } from './filter-model.ts'
import { StateFilterBar } from './state-filter-bar.tsx'
import styles from './toolbar.module.css'
import { changeView, useView } from './view-store.ts'

const searchBox = 'container-search'

export function focusSearch(): void {
  const box = document.getElementById(searchBox)
  if (box instanceof HTMLInputElement) {
    box.focus()
    box.select()
  }
}

export function focusGrid(): void {
  document.getElementById('containers')?.focus()
}

export function Toolbar({ counts }: { counts: readonly FilterCount[] }) {
  const search = useView((state) => state.search)
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Filter containers">
      <TextInput
        id={searchBox}
        type="search"
        size="xs"
        className={styles.search}
        aria-label="Filter containers by name, image, id, label or port"
        placeholder="Filter by name, image, label, port"
        autoComplete="off"
        spellCheck={false}
        leftSection={<IconSearch size={14} stroke={1.8} />}
        rightSection={
          search ? (
            <CloseButton size="xs" aria-label="Clear filter" onClick={() => changeView({ search: '' })} />
          ) : (
            <KeyHint keys="/" />
          )
        }
        value={search}
        onChange={(event) => changeView({ search: event.currentTarget.value })}
        onKeyDown={leaveSearch}
      />
      <StateFilterBar counts={counts} />
    </div>
  )
}

/** Enter and the arrow go to the list; Esc clears, then goes to the list. */
function leaveSearch(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key === 'Escape' && event.currentTarget.value !== '') changeView({ search: '' })
  else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') focusGrid()
  else return
  event.preventDefault()
  event.stopPropagation()
}
