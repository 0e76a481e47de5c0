import { Button } from '@mantine/core'
import type { Container } from '#shared/container.ts'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'
import { countText } from '../../ui/count-text.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import styles from './selection-bar.module.css'
import { changeView } from './view-store.ts'
import { displayName } from './words-model.ts'

/** What can be done with the selected containers. Copies are whole: full ids, one a line. */
export function SelectionBar({ selected }: { selected: readonly Container[] }) {
  return (
    <div role="toolbar" aria-label="Selected containers" className={styles.bar}>
      <span role="status">{countText(selected.length)} selected</span>
      <CopyTextButton label="Copy names" value={() => selected.map(displayName).join('\n')} />
      <CopyTextButton label="Copy ids" value={() => selected.map(({ id }) => id).join('\n')} />
      <Button
        variant="subtle"
        rightSection={<KeyHint keys="Esc" />}
        onClick={() => changeView({ selected: new Set() })}
      >
        Clear selection
      </Button>
    </div>
  )
}
