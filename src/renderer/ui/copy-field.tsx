import { CopyButton } from './copy-button.tsx'
import styles from './copy-field.module.css'
import { EngineText } from './engine-text.tsx'

/** A value in mono with its copy button. `value` is what is copied, whole; `shown` may be shorter. */
export function CopyField({ value, shown = value, label }: { value: string; shown?: string; label: string }) {
  return (
    <span className={styles.field}>
      <span className={styles.value} title={value}>
        <EngineText value={shown} />
      </span>
      <CopyButton value={value} label={label} />
    </span>
  )
}
