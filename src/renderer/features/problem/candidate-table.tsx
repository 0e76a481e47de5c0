import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Candidate } from '#shared/diagnosis.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import { problemText } from '#shared/problem-text.ts'
import type { SourceId } from '#shared/source.ts'
import { EngineText } from '../../ui/engine-text.tsx'
import styles from './fact-table.module.css'
import { candidateWords } from './problem-model.ts'
import { pinCandidate } from './problem-store.ts'

type Props = { source: SourceId; candidates: readonly Candidate[] }

/** Every place an engine might be, with what it answered. One that works is one click away. */
export function CandidateTable({ source, candidates }: Props) {
  const [refusal, setRefusal] = useState('')
  const pin = async (candidate: string | null) => {
    const problem = await pinCandidate(source, candidate)
    setRefusal(problem ? problemText(problem).title : '')
  }
  if (candidates.length === 0) return null
  return (
    <div>
      <table className={styles.table}>
        <caption className={styles.caption}>Where Gangway looked</caption>
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
                <PinButton candidate={candidate} onPin={(id) => void pin(id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refusal ? <p role="alert">{refusal}</p> : null}
    </div>
  )
}

function PinButton({ candidate, onPin }: { candidate: Candidate; onPin: (candidate: string | null) => void }) {
  const address = endpointText(candidate.endpoint)
  if (candidate.pinned) {
    return (
      <Button size="compact-xs" aria-label={`Stop preferring ${address}`} onClick={() => onPin(null)}>
        Unpin
      </Button>
    )
  }
  if (candidate.verdict === 'works') {
    return (
      <Button size="compact-xs" aria-label={`Use ${address}`} onClick={() => onPin(candidate.id)}>
        Use this
      </Button>
    )
  }
  return candidate.current ? <span className={styles.muted}>in use</span> : null
}
