import { endpointText } from '#shared/endpoint-text.ts'
import type { SourceView } from '#shared/session.ts'
import { containersText } from '../ui/count-text.ts'
import { EngineText } from '../ui/engine-text.tsx'
import styles from './status-bar.module.css'

/** What is shown, where it comes from, how it is spoken to, how much there is. */
export function StatusBar({ source }: { source: SourceView | undefined }) {
  return (
    <footer className={styles.bar}>
      {source
        ? statusParts(source).map((part) => <EngineText key={part} value={part} className={styles.part} />)
        : null}
    </footer>
  )
}

function statusParts({ name, endpoint, from, state, containers }: SourceView): string[] {
  const parts = [name]
  if (endpoint) parts.push(endpointText(endpoint))
  if (from) parts.push(from)
  if (state.kind === 'online') parts.push(`API ${state.engine.apiVersion}`)
  parts.push(containersText(containers))
  return parts
}
