import type { Container } from '#shared/container.ts'
import { visibleText } from '#shared/visible-text.ts'
import { EngineText } from '../../../ui/engine-text.tsx'
import { looks, shownState, statusWords } from '../words-model.ts'
import styles from './cells.module.css'

/** The word of the state, its age, and the exit code of what did not end well. The engine's own words are in the title. */
export function StatusCell({ container }: { container: Container }) {
  const { word, detail } = statusWords(container)
  const failed = container.state === 'exited' && container.exitCode !== undefined && container.exitCode !== 0
  return (
    <span title={visibleText(container.status)}>
      <span className={styles.word} data-tone={looks[shownState(container)].tone}>
        <EngineText value={word} />
      </span>
      {failed ? <span className={styles.failed}> {container.exitCode}</span> : null}
      {detail ? <span className={styles.detail}> · {detail}</span> : null}
    </span>
  )
}
