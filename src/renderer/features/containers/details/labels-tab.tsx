import type { Container } from '#shared/container.ts'
import { visibleText } from '#shared/visible-text.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { EngineText } from '../../../ui/engine-text.tsx'
import styles from './entry-list.module.css'
import { NoFacts } from './facts.tsx'

export function LabelsTab({ labels }: { labels: Container['labels'] }) {
  if (labels.length === 0) return <NoFacts>This container has no labels.</NoFacts>
  return (
    <ul>
      {labels.map(({ key, value }) => (
        <li key={key} className={styles.entry}>
          <EngineText value={key} className={styles.key} />
          <CopyButton value={`${key}=${value}`} label={`Copy ${visibleText(key)}`} />
          <EngineText value={value || '(empty)'} className={styles.value} />
        </li>
      ))}
    </ul>
  )
}
