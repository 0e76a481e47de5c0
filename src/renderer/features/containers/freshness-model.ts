import type { SessionState } from '#shared/session.ts'
import type { StatusLook } from '../../ui/status-icon.tsx'

export type Freshness = {
  look: StatusLook
  /** When the next attempt is made, while one is waited for. */
  retryAt: number | null
  /** When the rows were last known to be right, once they no longer are. */
  staleSince: number | null
}

/** What the mark beside the title says. Times are milliseconds since the epoch; `freshAt` is 0 for never. */
export function freshness(state: SessionState, freshAt: number): Freshness {
  const staleSince = freshAt > 0 ? freshAt : null
  switch (state.kind) {
    case 'online':
      return { look: { shape: 'dot', tone: 'good', word: 'live' }, retryAt: null, staleSince: null }
    case 'idle':
    case 'connecting':
      return { look: { shape: 'half', tone: 'busy', word: 'connecting' }, retryAt: null, staleSince }
    case 'offline':
      return { look: { shape: 'cross', tone: 'bad', word: 'reconnecting' }, retryAt: state.retryAt, staleSince }
    case 'disabled':
      return { look: { shape: 'dashed', tone: 'quiet', word: 'switched off' }, retryAt: null, staleSince }
  }
}
