import { IconCheck, IconCircle, IconX } from '@tabler/icons-react'
import styles from './verdict-icon.module.css'

export type Verdict = 'passed' | 'failed' | 'not-reached'

const icons = { passed: IconCheck, failed: IconX, 'not-reached': IconCircle } as const

/** ✓ ✕ ○, with the word for those who don't see it. */
export function VerdictIcon({ verdict, word }: { verdict: Verdict; word: string }) {
  const Icon = icons[verdict]
  return (
    <span className={styles.icon} data-verdict={verdict} role="img" aria-label={word} title={word}>
      <Icon size={verdict === 'not-reached' ? 10 : 14} stroke={2.4} aria-hidden />
    </span>
  )
}
