import type { Container } from '#shared/container.ts'
import { visibleText } from '#shared/visible-text.ts'
import { EngineText } from '../../../ui/engine-text.tsx'
import { StatusIcon } from '../../../ui/status-icon.tsx'
import { displayName, looks, shownState } from '../words-model.ts'
import styles from './cells.module.css'

export function NameCell({ container }: { container: Container }) {
  return (
    <span className={styles.name}>
      <StatusIcon look={looks[shownState(container)]} />
      <span className={styles.clip} title={visibleText(displayName(container))}>
        <EngineText value={displayName(container)} />
      </span>
      {container.names.length > 1 ? (
        <span className={styles.more} title={visibleText(container.names.join(', '))}>
          +{container.names.length - 1}
        </span>
      ) : null}
    </span>
  )
}
