import { IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { EngineText } from '../../../ui/engine-text.tsx'
import styles from './container-grid.module.css'

type Props = {
  id: string
  index: number
  /** Pixels from the top of the body. */
  top: number
  project: string
  shown: number
  summary: string
  collapsed: boolean
  active: boolean
  columnCount: number
}

export const GroupRow = memo(function GroupRow(props: Props) {
  const { id, index, top, project, shown, summary, collapsed, active, columnCount } = props
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      data-active={active || undefined}
      className={`${styles.row} ${styles.group}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td colSpan={columnCount + 1} className={styles.groupCell}>
        <button type="button" id={id} tabIndex={-1} aria-expanded={!collapsed} className={styles.fold}>
          <IconChevronRight size={14} stroke={1.8} className={styles.chevron} aria-hidden />
          {project ? <EngineText value={project} className={styles.project} /> : <span>No project</span>}
          <span className={styles.count}>{shown}</span>
        </button>
        <span className={styles.summary}>{summary}</span>
      </td>
    </tr>
  )
})
