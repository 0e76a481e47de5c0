import type { Container } from '#shared/container.ts'
import type { StreamItem } from '#shared/contract.ts'
import type { SessionState } from '#shared/session.ts'
import type { Feed } from '../stream-hub.ts'

type Item = StreamItem<'containers.watch'>

/** What the feed needs of a session. */
export type Watched = {
  readonly state: SessionState
  readonly freshAt: number
  readonly rows: { list(): Container[] }
  listen(listener: {
    onState(state: SessionState): void
    onPatch(patch: { changed: Container[]; removed: string[] }): void
  }): () => void
}

/**
 * One source's list: its state, a snapshot, then single rows. Changes that the window has no credit for are merged by
 * id, so a row that changes a thousand times while the window sleeps is sent once.
 */
export function watchContainers(session: Watched, wake: () => void): Feed<Item> {
  let stateDue = true
  let snapshotDue = true
  const changed = new Map<string, Container>()
  const removed = new Set<string>()

  const stop = session.listen({
    onState: () => {
      stateDue = true
      wake()
    },
    onPatch: (patch) => {
      for (const row of patch.changed) {
        removed.delete(row.id)
        changed.set(row.id, row)
      }
      for (const id of patch.removed) {
        changed.delete(id)
        removed.add(id)
      }
      wake()
    },
  })

  const takePatch = (): Item => {
    const patch = { changed: [...changed.values()], removed: [...removed] }
    changed.clear()
    removed.clear()
    return { kind: 'patch', ...patch, freshAt: session.freshAt }
  }

  return {
    take: () => {
      // The first list is worth a snapshot only once there is one: an empty table is not the same as "not known yet".
      if (snapshotDue && session.freshAt > 0) {
        snapshotDue = false
        changed.clear()
        removed.clear()
        return { kind: 'snapshot', rows: session.rows.list(), freshAt: session.freshAt }
      }
      if (!snapshotDue && (changed.size > 0 || removed.size > 0)) return takePatch()
      if (!stateDue) return undefined
      stateDue = false
      return { kind: 'state', state: session.state, freshAt: session.freshAt }
    },
    close: stop,
  }
}
