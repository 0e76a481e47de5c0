import type { SessionState } from '#shared/session.ts'
import { clockText, countdownText } from '../../ui/age-text.ts'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { useTicking } from '../../ui/ticking.ts'
import styles from './freshness-mark.module.css'
import { type Freshness, freshness } from './freshness-model.ts'

/** How far the list can be trusted: live, connecting, reconnecting in n s, stale since 12:03. */
export function FreshnessMark({ state, freshAt }: { state: SessionState; freshAt: number }) {
  const { look, retryAt, staleSince } = freshness(state, freshAt)
  return (
    <span className={styles.mark} data-testid="freshness">
      <StatusIcon look={look} labelled={false} />
      {look.word}
      {retryAt === null && staleSince === null ? null : <Times retryAt={retryAt} staleSince={staleSince} />}
    </span>
  )
}

/** Apart from the mark, so that nothing ticks while the list is live. */
function Times({ retryAt, staleSince }: Pick<Freshness, 'retryAt' | 'staleSince'>) {
  return useTicking((now) =>
    [
      retryAt === null ? '' : ` ${countdownText(retryAt, now)}`,
      staleSince === null ? '' : ` · stale since ${clockText(staleSince, now)}`,
    ].join(''),
  )
}
