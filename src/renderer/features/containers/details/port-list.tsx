import { IconExternalLink } from '@tabler/icons-react'
import type { Container } from '#shared/container.ts'
import { visibleText } from '#shared/visible-text.ts'
import { displayName, portText, sortedPorts } from '../words-model.ts'
import { NoFacts } from './facts.tsx'
import styles from './port-list.module.css'

type Props = { container: Container; onOpenPort: (container: string, publicPort: number) => void }

/** Published TCP ports open on click, in the system's browser, at an address that main builds. The rest is text. */
export function PortList({ container, onOpenPort }: Props) {
  const ports = sortedPorts(container.ports)
  if (ports.length === 0) return <NoFacts>This container exposes no port.</NoFacts>
  return (
    <ul className={styles.ports}>
      {ports.map((port) => (
        <li key={`${port.publicPort}/${port.privatePort}/${port.type}`} className={styles.port}>
          {port.publicPort !== undefined && port.type === 'tcp' ? (
            <button
              type="button"
              className={styles.open}
              aria-label={`Open port ${port.publicPort} of ${visibleText(displayName(container))}`}
              onClick={() => port.publicPort !== undefined && onOpenPort(container.id, port.publicPort)}
            >
              {portText(port)}
              <IconExternalLink size={13} stroke={1.8} aria-hidden />
            </button>
          ) : (
            <span className={styles.text}>{portText(port)}</span>
          )}
          <span className={styles.where}>
            {port.publicPort === undefined ? 'exposed, not published' : port.addresses.map(visibleText).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
