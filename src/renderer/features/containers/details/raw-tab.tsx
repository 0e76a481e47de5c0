import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { findMatches, hideEnvironment, matchLimit } from './raw-model.ts'
import styles from './raw-tab.module.css'
import { RawText } from './raw-text.tsx'

/** The engine's answer as text, searched as text. What is copied is what is shown. */
export function RawTab({ raw }: { raw: string | null }) {
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const [revealed, setRevealed] = useState(false)
  const wanted = useDeferredValue(query)
  const text = useMemo(() => (raw === null || revealed ? (raw ?? '') : hideEnvironment(raw)), [raw, revealed])
  const matches = useMemo(() => findMatches(text, wanted), [text, wanted])
  if (raw === null) return <SkeletonRows label="Loading the engine's answer" />

  const at = matches.length === 0 ? 0 : Math.min(current, matches.length - 1)
  const step = (by: 1 | -1) => setCurrent(matches.length === 0 ? 0 : (at + by + matches.length) % matches.length)
  return (
    <div className={styles.raw}>
      <search className={styles.bar}>
        <TextInput
          type="search"
          size="xs"
          className={styles.box}
          aria-label="Search in the engine's answer"
          placeholder="Search"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setCurrent(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
            if (event.key !== 'Escape' || query === '') return
            event.stopPropagation()
            setQuery('')
          }}
        />
        <span role="status" className={styles.count}>
          {query === '' ? '' : countWords(at, matches.length)}
        </span>
        <ActionIcon size={24} aria-label="Previous match" disabled={matches.length === 0} onClick={() => step(-1)}>
          <IconChevronUp size={14} />
        </ActionIcon>
        <ActionIcon size={24} aria-label="Next match" disabled={matches.length === 0} onClick={() => step(1)}>
          <IconChevronDown size={14} />
        </ActionIcon>
        <CopyButton value={text} label="Copy JSON" />
      </search>
      {text === raw && !revealed ? null : (
        <Button
          className={styles.reveal}
          variant="subtle"
          leftSection={revealed ? <IconEyeOff size={14} /> : <IconEye size={14} />}
          onClick={() => setRevealed(!revealed)}
        >
          {revealed ? 'Hide environment values' : 'Show environment values'}
        </Button>
      )}
      <RawText text={text} matches={matches} current={at} />
    </div>
  )
}

function countWords(at: number, count: number): string {
  if (count === 0) return 'no match'
  return `${at + 1} of ${count === matchLimit ? `${matchLimit.toLocaleString('en')} or more` : count}`
}
