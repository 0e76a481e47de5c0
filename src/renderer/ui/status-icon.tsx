import type { ReactNode } from 'react'
import styles from './status-icon.module.css'

type StatusShape = 'dot' | 'half' | 'bars' | 'cross' | 'ring' | 'dashed'
type StatusTone = 'good' | 'busy' | 'warn' | 'bad' | 'quiet'

/** How a state looks: never the colour alone, always with its word. */
export type StatusLook = { shape: StatusShape; tone: StatusTone; word: string }

const drawings: Record<StatusShape, ReactNode> = {
  dot: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  bars: <path d="M3.5 2.5h2v7h-2zM6.5 2.5h2v7h-2z" fill="currentColor" />,
  cross: <path d="m3 3 6 6M9 3 3 9" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  ring: <circle cx="6" cy="6" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  dashed: (
    <circle cx="6" cy="6" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.57" />
  ),
}

/** The picture of a state. Its word is read out unless it stands beside it (`labelled={false}`). */
export function StatusIcon({ look, labelled = true }: { look: StatusLook; labelled?: boolean }) {
  const name = labelled ? { role: 'img', 'aria-label': look.word, title: look.word } : { 'aria-hidden': true }
  return (
    <span className={styles.icon} data-tone={look.tone} {...name}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {drawings[look.shape]}
      </svg>
    </span>
  )
}
