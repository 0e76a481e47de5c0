import { IconPlugConnectedX } from '@tabler/icons-react'
import { causeText } from '#shared/cause-text.ts'
import type { Diagnosis } from '#shared/diagnosis.ts'
import type { SourceView } from '#shared/session.ts'
import { EngineText } from '../../ui/engine-text.tsx'
import { PlainState } from '../../ui/plain-state.tsx'
import { CandidateTable } from './candidate-table.tsx'
import { Retry } from './retry.tsx'
import { WaysOut } from './ways-out.tsx'

/** No engine on this machine at all: nothing is broken, something is missing. */
export function NoEngine({
  source,
  diagnosis,
  onRetry,
}: {
  source: SourceView
  diagnosis: Diagnosis
  onRetry: () => void
}) {
  return (
    <PlainState
      icon={<IconPlugConnectedX size={28} stroke={1.3} />}
      title={causeText['engine-not-installed'].title}
      actions={<Retry source={source} onRetry={onRetry} />}
    >
      <p>
        <EngineText value={diagnosis.causes[0]?.summary ?? ''} />
      </p>
      <WaysOut fixes={diagnosis.fixes} causes={[]} />
      <CandidateTable source={source.id} candidates={diagnosis.candidates} />
    </PlainState>
  )
}

export function isEngineMissing(diagnosis: Diagnosis | null): diagnosis is Diagnosis {
  return diagnosis?.causes[0]?.code === 'engine-not-installed'
}
