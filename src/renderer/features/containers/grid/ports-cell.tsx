import { Fragment } from 'react'
import type { Port } from '#shared/container.ts'
import { portText, sortedPorts } from '../words-model.ts'
import styles from './cells.module.css'

/**
 * Published ports act on click (the grid reads `data-port`); the keyboard reaches them in the details. Ports that are
 * only exposed are plain text.
 */
export function PortsCell({ ports }: { ports: readonly Port[] }) {
  const shown = sortedPorts(ports)
  return (
    <span className={styles.ports} title={shown.map(portText).join('  ')}>
      {shown.map((port, index) => (
        <Fragment key={`${port.publicPort}/${port.privatePort}/${port.type}`}>
          {index > 0 ? ' ' : null}
          {port.publicPort === undefined || port.type !== 'tcp' ? (
            <span className={styles.exposed}>{portText(port)}</span>
          ) : (
            <button type="button" tabIndex={-1} className={styles.port} data-port={port.publicPort}>
              {portText(port)}
            </button>
          )}
        </Fragment>
      ))}
    </span>
  )
}
