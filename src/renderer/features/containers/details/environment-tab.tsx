import { ActionIcon, Button } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ContainerDetails } from '#shared/container.ts'
import { visibleText } from '#shared/visible-text.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { EngineText } from '../../../ui/engine-text.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import styles from './environment-tab.module.css'
import { NoFacts } from './facts.tsx'

/** Names at once, values when asked for: they are where passwords live, and someone may be looking over a shoulder. */
export function EnvironmentTab({ environment }: { environment: ContainerDetails['environment'] | null }) {
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set())
  if (!environment) return <SkeletonRows label="Loading environment" />
  if (environment.length === 0) return <NoFacts>This container sets no environment variable.</NoFacts>

  const all = environment.every(({ name }) => revealed.has(name))
  const toggle = (name: string) => {
    const next = new Set(revealed)
    if (!next.delete(name)) next.add(name)
    setRevealed(next)
  }
  return (
    <>
      <Button
        className={styles.all}
        leftSection={all ? <IconEyeOff size={14} /> : <IconEye size={14} />}
        onClick={() => setRevealed(new Set(all ? [] : environment.map(({ name }) => name)))}
      >
        {all ? 'Hide all values' : 'Show all values'}
      </Button>
      <ul>
        {environment.map(({ name, value }) => {
          const shown = revealed.has(name)
          const label = `${shown ? 'Hide' : 'Show'} ${visibleText(name)}`
          return (
            <li key={name} className={styles.variable}>
              <EngineText value={name} className={styles.name} />
              <span className={styles.actions}>
                <ActionIcon size={22} aria-label={label} aria-pressed={shown} onClick={() => toggle(name)}>
                  {shown ? <IconEyeOff size={14} stroke={1.6} /> : <IconEye size={14} stroke={1.6} />}
                </ActionIcon>
                <CopyButton value={value} label={`Copy ${visibleText(name)}`} />
              </span>
              {shown ? (
                <EngineText value={value || '(empty)'} className={styles.value} />
              ) : (
                <span className={styles.hidden}>
                  <span aria-hidden>••••••••</span>
                  <span className={styles.spoken}>hidden</span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
