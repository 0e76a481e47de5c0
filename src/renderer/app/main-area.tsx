import type { SourceView } from '#shared/session.ts'
import { useContainers } from '../features/containers/containers-store.ts'
import { ContainersView } from '../features/containers/containers-view.tsx'
import { isEngineMissing, NoEngine } from '../features/problem/no-engine.tsx'
import { diagnose, useProblems } from '../features/problem/problem-store.ts'
import { ProblemView } from '../features/problem/problem-view.tsx'
import { changeTable, useSettings } from '../features/settings/settings-store.ts'
import { retrySource } from '../features/sources/sources-store.ts'
import styles from './main-area.module.css'
import { openPort } from './open-port.ts'
import { SwitchedOff } from './switched-off.tsx'

/** The list of the chosen source; above it, when its engine can't be used, why. */
export function MainArea({ source }: { source: SourceView }) {
  const appearance = useSettings((state) => state.appearance)
  const trouble = useProblems((state) => state.troubles[source.id])
  const hasList = useContainers((state) => (state.lists[source.id]?.rows.size ?? 0) > 0)

  const retry = () => {
    retrySource(source.id)
    void diagnose(source.id)
  }
  const list = (
    <ContainersView
      source={source}
      appearance={appearance}
      onLook={changeTable}
      onOpenPort={(container, port) => void openPort(source.id, container, port)}
    />
  )

  if (source.state.kind === 'disabled') return <SwitchedOff by={source.state.by} />
  if (!trouble) return list
  return (
    <>
      <div className={styles.trouble} data-alone={hasList ? undefined : true}>
        {isEngineMissing(trouble.diagnosis) ? (
          <NoEngine source={source} diagnosis={trouble.diagnosis} onRetry={retry} />
        ) : (
          <ProblemView source={source} trouble={trouble} onRetry={retry} />
        )}
      </div>
      {hasList ? list : null}
    </>
  )
}
