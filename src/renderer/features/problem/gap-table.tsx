import { EngineText } from '../../ui/engine-text.tsx'
import { VerdictIcon } from '../../ui/verdict-icon.tsx'
import styles from './fact-table.module.css'
import type { GapRow } from './gap-model.ts'

/** The socket's owner, group and mode beside who you are: the line that should open, and doesn't. */
export function GapTable({ rows }: { rows: readonly GapRow[] }) {
  return (
    <table className={`${styles.table} ${styles.gap}`}>
      <caption className={styles.caption}>The permission gap</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className={styles.spoken}>Class</span>
          </th>
          <th scope="col">the socket</th>
          <th scope="col">you</th>
          <th scope="col">
            <span className={styles.spoken}>Verdict</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>
              <EngineText value={row.socket} />
            </td>
            <td>
              <EngineText value={row.you} />
            </td>
            <td>
              <VerdictIcon
                verdict={row.opens ? 'passed' : 'failed'}
                word={row.opens ? 'lets you in' : 'does not let you in'}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
