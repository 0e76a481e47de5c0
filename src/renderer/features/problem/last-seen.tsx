import type { SourceView } from '#shared/session.ts'
import { clockText, exactText } from '../../ui/age-text.ts'
import { containersText } from '../../ui/count-text.ts'
import styles from './problem-view.module.css'

/** When the list below was last known to be right. */
export function LastSeen({ source: { freshAt, containers } }: { source: SourceView }) {
  if (freshAt === 0) return null
  return (
    <span className={styles.lastSeen} title={exactText(freshAt)}>
      Last seen {clockText(freshAt, Date.now())} · {containersText(containers)}, shown below in grey
    </span>
  )
}
