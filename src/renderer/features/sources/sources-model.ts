import type { SessionState } from '#shared/session.ts'
import type { StatusLook } from '../../ui/status-icon.tsx'

export type SourceLine = {
  look: StatusLook
  /** The line below the name. */
  words: string
  /** When the next attempt is made by itself, or null. */
  retryAt: number | null
}

const engineNames = { docker: 'Docker', podman: 'Podman' } as const

/** How a source is shown in the rail. */
export function sourceLine(state: SessionState): SourceLine {
  switch (state.kind) {
    case 'online': {
      const { kind, version } = state.engine
      return {
        look: { shape: 'dot', tone: 'good', word: 'live' },
        words: [engineNames[kind], version].filter(Boolean).join(' '),
        retryAt: null,
      }
    }
    case 'idle':
    case 'connecting':
      return { look: { shape: 'half', tone: 'busy', word: 'connecting' }, words: 'connecting', retryAt: null }
    case 'offline':
      return {
        look: { shape: 'cross', tone: 'bad', word: 'offline' },
        words: problemWords(state.problem.code),
        retryAt: state.retryAt,
      }
    case 'disabled':
      return { look: { shape: 'dashed', tone: 'quiet', word: 'switched off' }, words: 'switched off', retryAt: null }
  }
}

/** A problem's code as words: `permission-denied` → `permission denied`. */
function problemWords(code: string): string {
  return code.replaceAll('-', ' ')
}
