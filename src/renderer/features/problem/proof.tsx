import type { CauseCode } from '#shared/cause.ts'
import { causeText } from '#shared/cause-text.ts'
import type { Diagnosis } from '#shared/diagnosis.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { CauseList } from './cause-list.tsx'
import { groupFacts, permissionGap, socketFacts } from './gap-model.ts'
import { GapTable } from './gap-table.tsx'
import { PathTable } from './path-table.tsx'
import styles from './problem-view.module.css'

/** What was found out: the gap for a right that is missing, the way to the socket for all else, and what lies behind it. */
export function Proof({ diagnosis }: { diagnosis: Diagnosis }) {
  const [cause, ...others] = diagnosis.causes
  const socket = socketFacts(diagnosis)
  const isDenied = diagnosis.problem?.code === 'permission-denied'
  const gap = isDenied ? permissionGap(socket, groupFacts(diagnosis)) : []
  return (
    <div className={styles.proof}>
      {gap.length > 0 ? <GapTable rows={gap} /> : null}
      {socket ? (
        <Disclosure summary="The way to the socket" open={gap.length === 0}>
          <PathTable components={socket.components} />
        </Disclosure>
      ) : null}
      {cause ? <Background code={cause.code} /> : null}
      {others.length > 0 ? <CauseList causes={others} /> : null}
    </div>
  )
}

/** What lies behind a cause, for who wants to know; and what a new login means where one is needed. */
function Background({ code }: { code: CauseCode }) {
  const { title, explanation, relogin } = causeText[code]
  return (
    <Disclosure summary={title}>
      <p className={styles.quiet}>{explanation}</p>
      {relogin ? <p className={styles.quiet}>{relogin}</p> : null}
    </Disclosure>
  )
}
