import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { countText } from '../../../ui/count-text.ts'
import { EngineText } from '../../../ui/engine-text.tsx'
import type { Tally } from '../lines-model.ts'
import { looks } from '../words-model.ts'
import styles from './container-grid.module.css'

type Props = {
  id: string
  index: number
  /** Pixels from the top of the body. */
  top: number
  project: string
  shown: number
  tally: Tally
  collapsed: boolean
  active: boolean
  columnCount: number
}

/** The head of a project: `shop 4   3 running · 1 unhealthy`. */
export function GroupRow(props: Props) {
  const { id, index, top, project, shown, tally, collapsed, active, columnCount } = props
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      data-active={active || undefined}
      className={`${styles.row} ${styles.group}`}
      style={{ top }}
    >
      <td colSpan={columnCount + 1} className={styles.groupCell}>
        <button type="button" id={id} tabIndex={-1} aria-expanded={!collapsed} className={styles.fold}>
          <IconChevronRight size={14} stroke={1.8} className={styles.chevron} aria-hidden />
          {project ? <EngineText value={project} className={styles.project} /> : <span>No project</span>}
          <span className={styles.count}>{countText(shown)}</span>
        </button>
        <span className={styles.summary}>
          {tally.map(({ state, count }, position) => (
            <Fragment key={state}>
              {position > 0 ? ' · ' : null}
              <span data-tone={looks[state].tone}>{`${countText(count)} ${looks[state].word}`}</span>
            </Fragment>
          ))}
        </span>
      </td>
    </tr>
  )
}
