import { problemText } from '#shared/problem-text.ts'
import type { SourceView } from '#shared/session.ts'
import { visibleLines } from '#shared/visible-text.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EngineText } from '../../ui/engine-text.tsx'
import { Ladder } from '../../ui/ladder.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { CandidateTable } from './candidate-table.tsx'
import { LastSeen } from './last-seen.tsx'
import { reportText, sentence } from './problem-model.ts'
import type { Trouble } from './problem-store.ts'
import styles from './problem-view.module.css'
import { Proof } from './proof.tsx'
import { Retry } from './retry.tsx'
import { WaysOut } from './ways-out.tsx'

type Props = { source: SourceView; trouble: Trouble; onRetry: () => void }

const failed = { shape: 'cross', tone: 'bad', word: 'problem' } as const

/** Why an engine can't be used: the sentence, the proof, what to do. */
export function ProblemView({ source, trouble: { problem, diagnosis, diagnosing }, onRetry }: Props) {
  const { title, message, advice } = problemText(problem)
  const causes = diagnosis?.causes ?? []
  const fixes = diagnosis?.fixes ?? []
  return (
    <section className={styles.panel} aria-labelledby="problem-title" aria-busy={diagnosing}>
      <header className={styles.head}>
        <StatusIcon look={failed} labelled={false} />
        <h2 id="problem-title" className={styles.title}>
          {title}
        </h2>
        <Retry source={source} onRetry={onRetry} />
        <p className={styles.numbers}>
          <EngineText value={sentence(causes[0]?.summary ?? message)} />
        </p>
        <p className={styles.codes}>{[...new Set([problem.code, causes[0]?.code ?? problem.code])].join(' · ')}</p>
      </header>
      {diagnosis ? <Ladder steps={diagnosis.ladder} /> : null}
      <div className={styles.columns}>
        {diagnosis ? <Proof diagnosis={diagnosis} /> : null}
        <div className={styles.ways}>
          {fixes.length > 0 ? <WaysOut fixes={fixes} causes={causes.map(({ code }) => code)} /> : <p>{advice}</p>}
        </div>
        {diagnosis ? <CandidateTable source={source.id} candidates={diagnosis.candidates} /> : null}
      </div>
      <footer className={styles.foot}>
        <Disclosure summary="Raw error">
          <div className={styles.raw}>
            <pre className={styles.rawText}>{visibleLines(problem.raw)}</pre>
            <CopyButton value={problem.raw} label="Copy raw error" />
          </div>
        </Disclosure>
        <CopyTextButton label="Copy report" value={() => reportText(title, problem, diagnosis)} />
        <LastSeen source={source} />
      </footer>
    </section>
  )
}
