import type { SessionState } from '#shared/session.ts'
import { clockText, countdownText } from '../../ui/age-text.ts'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { useTicking } from '../../ui/ticking.ts'
import styles from './freshness-mark.module.css'
import { freshness } from './freshness-model.ts'

/** How far the list can be trusted: live, connecting, reconnecting in n s, stale since 12:03. */
export function FreshnessMark({ state, freshAt }: { state: SessionState; freshAt: number }) {
  const { look, retryAt, staleSince } = freshness(state, freshAt)
  const words = useTicking((now) =>
    [
      look.word,
      retryAt === null ? '' : countdownText(retryAt, now),
      staleSince === null ? '' : `· stale since ${clockText(staleSince, now)}`,
    ]
      .filter(Boolean)
      .join(' '),
  )
  return (
    <span className={styles.mark} data-testid="freshness">
      <StatusIcon look={look} labelled={false} />
      {words}
    </span>
  )
}
