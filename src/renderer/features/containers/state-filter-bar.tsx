import { countText } from '../../ui/count-text.ts'
import type { FilterCount } from './filter-model.ts'
import styles from './state-filter-bar.module.css'
import { changeView, useView } from './view-store.ts'

/** Which states are shown, with how many there are of each. */
export function StateFilterBar({ counts }: { counts: readonly FilterCount[] }) {
  const chosen = useView((state) => state.filter)
  return (
    <fieldset className={styles.bar} aria-label="Show containers by state">
      {counts.map(({ filter, count }) => (
        <button
          key={filter}
          type="button"
          className={styles.filter}
          aria-pressed={filter === chosen}
          data-alarm={(filter === 'unhealthy' || filter === 'dead') && count > 0 ? true : undefined}
          onClick={() => changeView({ filter })}
        >
          {filterLabel(filter)} <span className={styles.count}>{countText(count)}</span>
        </button>
      ))}
    </fieldset>
  )
}

function filterLabel(filter: string): string {
  return filter.charAt(0).toUpperCase() + filter.slice(1)
}
