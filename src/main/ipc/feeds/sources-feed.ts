import type { StreamItem } from '#shared/contract.ts'
import type { Services } from '../../services.ts'
import type { Feed } from '../stream-hub.ts'

/** The rail: the newest view of all sources, as often as the window can take it. */
export function watchSources(services: Services, wake: () => void): Feed<StreamItem<'sources.watch'>> {
  let changed = true
  const stop = services.sessions.listen(() => {
    changed = true
    wake()
  })
  return {
    take: () => {
      if (!changed) return undefined
      changed = false
      return services.sessions.views()
    },
    close: stop,
  }
}
