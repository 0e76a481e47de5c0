import type { SourceView } from '#shared/session.ts'
import { clockText, exactText } from '../../ui/age-text.ts'
import styles from './problem-view.module.css'

/** When the list below was last known to be right. */
export function LastSeen({ source: { freshAt, containers } }: { source: SourceView }) {
  if (freshAt === 0) return null
  const count = containers === 1 ? '1 container' : `${containers} containers`
  return (
    <span className={styles.lastSeen} title={exactText(freshAt)}>
      Last seen {clockText(freshAt, Date.now())} · {count}, shown below in grey
    </span>
  )
}
