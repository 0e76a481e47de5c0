import { Button } from '@mantine/core'
import type { SourceView } from '#shared/session.ts'
import { Countdown } from '../../ui/relative-age.tsx'
import styles from './problem-view.module.css'

/** “Try again”, with the time at which it happens by itself. */
export function Retry({ source: { state }, onRetry }: { source: SourceView; onRetry: () => void }) {
  return (
    <span className={styles.retry}>
      <span className={styles.wait}>
        {state.kind === 'offline' ? (
          <>
            retrying <Countdown at={state.retryAt} />
          </>
        ) : (
          'trying'
        )}
      </span>
      <Button onClick={onRetry}>Try again</Button>
    </span>
  )
}
