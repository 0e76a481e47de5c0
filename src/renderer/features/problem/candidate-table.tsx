import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Candidate } from '#shared/diagnosis.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import { problemText } from '#shared/problem-text.ts'
import type { SourceId } from '#shared/source.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { EngineText } from '../../ui/engine-text.tsx'
import styles from './fact-table.module.css'
import { candidateWords, splitCandidates } from './problem-model.ts'
import { pinCandidate } from './problem-store.ts'

type Props = { source: SourceId; candidates: readonly Candidate[] }

/** Every place an engine might be, with what it answered. One that works is one click away. */
export function CandidateTable({ source, candidates }: Props) {
  const [refusal, setRefusal] = useState('')
  const pin = async (candidate: string | null) => {
    const problem = await pinCandidate(source, candidate)
    setRefusal(problem ? problemText(problem).title : '')
  }
  const { told, empty } = splitCandidates(candidates)
  return (
    <div>
      {told.length > 0 ? <Places title="Where Gangway looked" candidates={told} onPin={(id) => void pin(id)} /> : null}
      {refusal ? <p role="alert">{refusal}</p> : null}
      {empty.length > 0 ? (
        <div className={styles.more}>
          <Disclosure
            summary={empty.length === 1 ? '1 more place has no socket' : `${empty.length} more places have no socket`}
          >
            <Places title="Places without a socket" candidates={empty} onPin={(id) => void pin(id)} />
          </Disclosure>
        </div>
      ) : null}
    </div>
  )
}

type PlacesProps = { title: string; candidates: readonly Candidate[]; onPin: (candidate: string | null) => void }

function Places({ title, candidates, onPin }: PlacesProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{title}</caption>
      <tbody>
        {candidates.map((candidate) => (
          <tr key={candidate.id}>
            <th scope="row" className={styles.path}>
              <EngineText value={endpointText(candidate.endpoint)} />
              <span className={styles.note}>
                <EngineText value={candidate.from} />
              </span>
            </th>
            <td className={candidate.verdict === 'works' ? styles.good : styles.muted}>
              <EngineText value={candidateWords(candidate)} />
            </td>
            <td>
              <PinButton candidate={candidate} onPin={onPin} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PinButton({ candidate, onPin }: { candidate: Candidate; onPin: PlacesProps['onPin'] }) {
  const address = endpointText(candidate.endpoint)
  if (candidate.pinned) {
    return (
      <Button size="compact-xs" aria-label={`Unpin ${address}`} onClick={() => onPin(null)}>
        Unpin
      </Button>
    )
  }
  if (candidate.verdict === 'works' && !candidate.current) {
    return (
      <Button size="compact-xs" aria-label={`Use ${address}`} onClick={() => onPin(candidate.id)}>
        Use this
      </Button>
    )
  }
  return candidate.current ? <span className={styles.muted}>in use</span> : null
}
