import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { problemText } from '#shared/problem-text.ts'
import type { SourceView } from '#shared/session.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CopyTextButton } from '../../ui/copy-text-button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EngineText } from '../../ui/engine-text.tsx'
import { Ladder } from '../../ui/ladder.tsx'
import { Countdown } from '../../ui/relative-age.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { CandidateTable } from './candidate-table.tsx'
import { CauseList } from './cause-list.tsx'
import { groupFacts, permissionGap, socketFacts } from './gap-model.ts'
import { GapTable } from './gap-table.tsx'
import { LastSeen } from './last-seen.tsx'
import { PathTable } from './path-table.tsx'
import { reportText } from './problem-model.ts'
import type { Trouble } from './problem-store.ts'
import styles from './problem-view.module.css'
import { WaysOut } from './ways-out.tsx'

type Props = { source: SourceView; trouble: Trouble; onRetry: () => void }

const failed = { shape: 'cross', tone: 'bad', word: 'problem' } as const

/** Why an engine can't be used: the sentence, the proof, what to do. */
export function ProblemView({ source, trouble, onRetry }: Props) {
  const { problem, diagnosis, diagnosing } = trouble
  const { title, message, advice } = problemText(problem)
  const [cause] = diagnosis?.causes ?? []
  const socket = diagnosis ? socketFacts(diagnosis) : null
  const gap = diagnosis && problem.code === 'permission-denied' ? permissionGap(socket, groupFacts(diagnosis)) : []

  return (
    <section className={styles.panel} aria-labelledby="problem-title" aria-busy={diagnosing}>
      <header className={styles.head}>
        <StatusIcon look={failed} labelled={false} />
        <h2 id="problem-title" className={styles.title}>
          {title}
        </h2>
        <Retry source={source} onRetry={onRetry} />
        <p className={styles.proof}>
          <EngineText value={cause?.summary ?? message} />
        </p>
      </header>
      {diagnosis ? <Ladder steps={diagnosis.ladder} /> : null}
      <div className={styles.columns}>
        {diagnosis ? (
          <div className={styles.column}>
            {gap.length > 0 ? <GapTable rows={gap} /> : null}
            {socket && gap.length === 0 ? <PathTable components={socket.components} /> : null}
            {diagnosis.causes.length > 1 ? <CauseList causes={diagnosis.causes.slice(1)} /> : null}
            {gap.length > 0 && socket ? (
              <Disclosure summary="The way to the socket">
                <PathTable components={socket.components} />
              </Disclosure>
            ) : null}
            <CandidateTable source={source.id} candidates={diagnosis.candidates} />
          </div>
        ) : null}
        <div className={styles.column}>
          {diagnosis && diagnosis.fixes.length > 0 ? (
            <WaysOut fixes={diagnosis.fixes} causes={diagnosis.causes.map(({ code }) => code)} />
          ) : (
            <p>{advice}</p>
          )}
        </div>
      </div>
      <Foot>
        <Disclosure summary="Raw error">
          <div className={styles.raw}>
            <pre className={styles.rawText}>
              <EngineText value={problem.raw} />
            </pre>
            <CopyButton value={problem.raw} label="Copy raw error" />
          </div>
        </Disclosure>
        <CopyTextButton label="Copy report" value={() => reportText(title, problem, diagnosis)} />
        <LastSeen source={source} />
      </Foot>
    </section>
  )
}

function Foot({ children }: { children: ReactNode }) {
  return <footer className={styles.foot}>{children}</footer>
}

/** “Try again”, with the time at which it happens by itself. */
export function Retry({ source, onRetry }: { source: SourceView; onRetry: () => void }) {
  const { state } = source
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
