import type { CauseCode } from '#shared/cause.ts'
import type { Fix, FixStep } from '#shared/fix.ts'
import { refusalsFor } from '#shared/refusal-text.ts'
import { CommandBlock } from '../../ui/command-block.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EngineText } from '../../ui/engine-text.tsx'
import { commandOf, riskWords } from './problem-model.ts'
import styles from './ways-out.module.css'

/** What can be done, safest first, with the commands whole; and what we advise against, with why. */
export function WaysOut({ fixes, causes }: { fixes: readonly Fix[]; causes: readonly CauseCode[] }) {
  const refusals = refusalsFor(causes)
  const firstWithSteps = fixes.findIndex((fix) => fix.steps.length > 0)
  return (
    <section aria-labelledby="ways-title">
      <h3 id="ways-title" className={styles.heading}>
        {fixes.length > 1 ? 'Ways out, safest first' : 'The way out'}
      </h3>
      <ol className={styles.list}>
        {fixes.map((fix, index) => (
          <li key={fix.id} className={styles.way}>
            <WayOut fix={fix} open={index === firstWithSteps} />
          </li>
        ))}
      </ol>
      {refusals.length > 0 ? (
        <>
          <h3 className={styles.heading}>Not advised</h3>
          <ul className={styles.refusals}>
            {refusals.map(({ id, title, why }) => (
              <li key={id}>
                <Disclosure summary={title}>
                  <p className={styles.why}>{why}</p>
                </Disclosure>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

function WayOut({ fix, open }: { fix: Fix; open: boolean }) {
  return (
    <>
      <h4 className={styles.title}>
        <EngineText value={fix.title} />
      </h4>
      <p className={styles.effect}>
        <EngineText value={fix.effect} />
      </p>
      <p className={styles.risk} data-risk={fix.risk}>
        {riskWords(fix).join(' · ')}
      </p>
      {fix.steps.length > 0 ? (
        <Disclosure summary={fix.steps.length === 1 ? 'Command' : `${fix.steps.length} commands`} open={open}>
          <Steps steps={fix.steps} />
        </Disclosure>
      ) : null}
      {fix.undo.length > 0 ? (
        <Disclosure summary="Undo">
          <Steps steps={fix.undo} />
        </Disclosure>
      ) : null}
    </>
  )
}

function Steps({ steps }: { steps: readonly FixStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const command = commandOf(step)
        return (
          <li key={command}>
            {step.why ? (
              <p className={styles.why}>
                <EngineText value={step.why} />
              </p>
            ) : null}
            <CommandBlock command={command} />
          </li>
        )
      })}
    </ol>
  )
}
