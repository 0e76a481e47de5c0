import type { ContainerDetails } from '#shared/container.ts'
import { visibleLines } from '#shared/visible-text.ts'
import { RelativeAge } from '../../../ui/relative-age.tsx'
import { FactGroup } from './facts.tsx'
import styles from './health-log.module.css'

/** What the last health checks said, the newest first. */
export function HealthLog({ entries }: { entries: ContainerDetails['healthLog'] }) {
  return (
    <FactGroup title="Health checks">
      <ol className={styles.log}>
        {[...entries].reverse().map((entry) => (
          <li key={entry.at} className={styles.entry}>
            <span className={styles.verdict} data-failed={entry.exitCode !== 0 || undefined}>
              {entry.exitCode === 0 ? 'passed' : `failed, exit code ${entry.exitCode}`}
            </span>
            <span className={styles.age}>
              {Date.parse(entry.at) > 0 ? <RelativeAge at={Date.parse(entry.at)} /> : null}
            </span>
            {entry.output.trim() ? <pre className={styles.output}>{visibleLines(entry.output.trim())}</pre> : null}
          </li>
        ))}
      </ol>
    </FactGroup>
  )
}
