import type { Container } from '#shared/container.ts'
import { CopyField } from '../../../ui/copy-field.tsx'
import styles from './entry-list.module.css'
import { NoFacts } from './facts.tsx'

export function MountsTab({ mounts }: { mounts: Container['mounts'] }) {
  if (mounts.length === 0) return <NoFacts>Nothing is mounted into this container.</NoFacts>
  return (
    <ul>
      {mounts.map((mount) => (
        <li key={mount.target} className={styles.entry}>
          <CopyField value={mount.target} label="Copy target" />
          <span className={styles.note}>
            {mount.type} · {mount.writable ? 'read and write' : 'read only'}
          </span>
          <span className={styles.from}>
            <CopyField value={mount.source} label="Copy source" />
          </span>
        </li>
      ))}
    </ul>
  )
}
