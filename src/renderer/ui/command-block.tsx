import styles from './command-block.module.css'
import { CopyButton } from './copy-button.tsx'
import { EngineText } from './engine-text.tsx'

/** A command, whole and selectable, with a button that copies it. */
export function CommandBlock({ command }: { command: string }) {
  return (
    <div className={styles.block}>
      <code className={styles.command}>
        <EngineText value={command} />
      </code>
      <CopyButton value={command} label="Copy command" />
    </div>
  )
}
