import { useContainers, watchContainers } from '../features/containers/containers-store.ts'
import { followSession } from '../features/problem/problem-store.ts'
import { chosenSource, useSources, watchSources } from '../features/sources/sources-store.ts'

/** Follows every source, and the containers of the chosen one, for as long as the page lives. */
export function followAll(): void {
  let followed: string | null = null
  let stop = () => {}
  useSources.subscribe(({ sources, chosen }) => {
    if (chosen !== followed) {
      stop()
      followed = chosen
      stop = chosen === null ? () => {} : watchContainers(chosen)
    }
    for (const source of sources) followSession(source.id, source.state)
  })
  watchSources()
}

/** Settles once there is something to show: the chosen source's list, or why there is none. */
export function firstSight(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const source = chosenSource(useSources.getState())
      const pending =
        source?.state.kind === 'idle' || source?.state.kind === 'connecting' || source?.state.kind === 'online'
      if (!source || (pending && !useContainers.getState().lists[source.id])) return
      for (const stopLooking of looking) stopLooking()
      resolve()
    }
    const looking = [useSources.subscribe(look), useContainers.subscribe(look)]
    look()
  })
}
