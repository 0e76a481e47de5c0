import { visibleText } from '#shared/visible-text.ts'
import styles from './ladder.module.css'
import { type Verdict, VerdictIcon } from './verdict-icon.tsx'

type Step = { step: string; verdict: Verdict; summary: string }

const words = { passed: 'passed', failed: 'failed', 'not-reached': 'not reached' } as const

/** The steps to an answer, the one that failed marked among those that passed. */
export function Ladder({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles.ladder} aria-label="Steps to the engine">
      {steps.map(({ step, verdict, summary }) => (
        <li
          key={step}
          className={styles.step}
          data-verdict={verdict}
          aria-current={verdict === 'failed' ? 'step' : undefined}
        >
          <VerdictIcon verdict={verdict} word={words[verdict]} />
          <bdi>{visibleText(summary)}</bdi>
        </li>
      ))}
    </ol>
  )
}
