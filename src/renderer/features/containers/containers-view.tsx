import { useDeferredValue, useMemo, useRef } from 'react'
import type { Container } from '#shared/container.ts'
import type { SourceView } from '#shared/session.ts'
import type { Appearance } from '#shared/settings.ts'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useContainers } from './containers-store.ts'
import styles from './containers-view.module.css'
import { filterCounts } from './filter-model.ts'
import { FreshnessMark } from './freshness-mark.tsx'
import { ContainerGrid } from './grid/container-grid.tsx'
import type { TableLook } from './grid/use-container-table.ts'
import { buildLines } from './lines-model.ts'
import { ListOptions } from './list-options.tsx'
import { NoContainers, NothingShown } from './list-states.tsx'
import { orderRows } from './order-model.ts'
import { searchTerms } from './search-model.ts'
import { SelectionBar } from './selection-bar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useView } from './view-store.ts'

type Props = {
  source: SourceView
  appearance: Appearance
  onLook: (change: Partial<TableLook>) => void
  onOpenPort: (container: string, publicPort: number) => void
}

const rowHeights = { dense: 30, comfortable: 38 } as const

export function ContainersView({ source, appearance, onLook, onOpenPort }: Props) {
  const list = useContainers((state) => state.lists[source.id])
  const { selected, filter, collapsed } = useView()
  const search = useDeferredValue(useView((state) => state.search))
  const look = appearance.table

  const earlier = useRef<Container[]>([])
  const ordered = useMemo(() => {
    const order = list ? orderRows(list.rows, look.sort, earlier.current) : []
    earlier.current = order
    return order
  }, [list, look.sort])

  const lines = useMemo(
    () => buildLines(ordered, { filter, terms: searchTerms(search), grouped: look.groupByProject, collapsed }),
    [ordered, filter, search, look.groupByProject, collapsed],
  )
  const counts = useMemo(() => filterCounts(ordered, filter), [ordered, filter])
  const picked = useMemo(() => ordered.filter((row) => selected.has(row.id)), [ordered, selected])
  const online = source.state.kind === 'online'

  return (
    <section className={styles.view} aria-labelledby="view-title">
      <header className={styles.head}>
        <h2 id="view-title" className={styles.title}>
          Containers
        </h2>
        <span className={styles.source}>{source.name}</span>
        <span className={styles.end}>
          <FreshnessMark state={source.state} freshAt={list?.freshAt ?? source.freshAt} />
          {ordered.length > 0 ? <ListOptions look={look} onLook={onLook} /> : null}
        </span>
      </header>
      {list && list.rows.size > 0 ? <Toolbar counts={counts} /> : null}
      {list ? null : <SkeletonRows label="Loading containers" />}
      {list && ordered.length === 0 ? (
        <NoContainers engine={source.state.kind === 'online' ? source.state.engine.kind : 'docker'} />
      ) : null}
      {ordered.length > 0 && lines.length === 0 ? <NothingShown total={ordered.length} /> : null}
      {lines.length > 0 ? (
        <ContainerGrid
          key={appearance.density}
          lines={lines}
          look={look}
          rowHeight={rowHeights[appearance.density]}
          stale={!online}
          onLook={onLook}
          onOpenPort={onOpenPort}
        />
      ) : null}
      {picked.length > 0 ? <SelectionBar selected={picked} /> : null}
    </section>
  )
}
