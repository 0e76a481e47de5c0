import type { PathComponent } from '#shared/diagnosis.ts'
import { EngineText } from '../../ui/engine-text.tsx'
import styles from './fact-table.module.css'
import { pathLine } from './gap-model.ts'

/** Each component on the way to the socket: what it is, whose it is, and where the way ends. */
export function PathTable({ components }: { components: readonly PathComponent[] }) {
  return (
    <table className={styles.table} aria-label="The way to the socket">
      <tbody>
        {components.map((component) => {
          const { what, rights, ends } = pathLine(component)
          return (
            <tr key={`${component.via}:${component.path}`} data-ends={ends || undefined}>
              <th scope="row" className={styles.path}>
                <EngineText value={component.path} />
              </th>
              <td>
                <EngineText value={what} />
              </td>
              <td className={styles.path}>
                <EngineText value={rights} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
