import { create } from 'zustand'
import type { Container } from '#shared/container.ts'
import type { StreamItem } from '#shared/contract.ts'
import type { SourceId } from '#shared/source.ts'
import { openStream } from '../../ipc.ts'

/**
 * The last good list of a source. `rows` is one map kept for the life of the list and changed in place: copying 10,000
 * entries for every event would make one event cost as much as a relist. Each change makes a new list around it.
 */
export type ContainerList = { rows: Map<string, Container>; freshAt: number }

type ContainersState = { lists: Readonly<Record<SourceId, ContainerList>> }

export const useContainers = create<ContainersState>(() => ({ lists: {} }))

/** Follow a source's containers. Its list stays here when the returned function ends the following. */
export function watchContainers(source: SourceId): () => void {
  return openStream('containers.watch', { source }, (item) => {
    useContainers.setState(({ lists }) => {
      const next = nextList(lists[source], item)
      return next ? { lists: { ...lists, [source]: next } } : {}
    })
  })
}

/** The list after an item. A patch changes the rows it names and no other. Null while no snapshot has come. */
export function nextList(list: ContainerList | undefined, item: StreamItem<'containers.watch'>): ContainerList | null {
  switch (item.kind) {
    case 'snapshot':
      return {
        rows: new Map(item.rows.map((row) => [row.id, row])),
        freshAt: item.freshAt,
      }
    case 'patch': {
      if (!list) return null
      for (const id of item.removed) list.rows.delete(id)
      for (const row of item.changed) list.rows.set(row.id, row)
      return { rows: list.rows, freshAt: item.freshAt }
    }
    case 'state':
      return list ? { ...list, freshAt: item.freshAt } : null
  }
}
