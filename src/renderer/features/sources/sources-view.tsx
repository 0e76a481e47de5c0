import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import type { SourceView } from '#shared/session.ts'
import { EngineText } from '../../ui/engine-text.tsx'
import { Countdown, RelativeAge } from '../../ui/relative-age.tsx'
import { StatusIcon } from '../../ui/status-icon.tsx'
import { type SourceLine, sourceLine } from './sources-model.ts'
import { chooseSource, useSources } from './sources-store.ts'
import styles from './sources-view.module.css'

/** The rail. `onToggle` is absent where the window is too narrow for it to be wide. */
export function SourcesView({ collapsed, onToggle }: { collapsed: boolean; onToggle?: (() => void) | undefined }) {
  const { sources, chosen } = useSources()
  return (
    <nav aria-label="Sources" className={styles.rail} data-collapsed={collapsed || undefined}>
      {collapsed ? null : <h2 className={styles.heading}>Sources</h2>}
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceButton source={source} chosen={source.id === chosen} collapsed={collapsed} />
          </li>
        ))}
      </ul>
      {onToggle ? (
        <Tooltip label={collapsed ? 'Show the sources' : 'Fold the sources away'} position="right">
          <ActionIcon
            className={styles.toggle}
            aria-label={collapsed ? 'Show the sources' : 'Fold the sources away'}
            aria-expanded={!collapsed}
            onClick={onToggle}
          >
            {collapsed ? (
              <IconLayoutSidebarLeftExpand size={16} stroke={1.6} />
            ) : (
              <IconLayoutSidebarLeftCollapse size={16} stroke={1.6} />
            )}
          </ActionIcon>
        </Tooltip>
      ) : null}
    </nav>
  )
}

function SourceButton({ source, chosen, collapsed }: { source: SourceView; chosen: boolean; collapsed: boolean }) {
  const line = sourceLine(source.state)
  const button = (
    <button
      type="button"
      className={styles.source}
      aria-current={chosen ? 'page' : undefined}
      aria-label={collapsed ? `${source.name}: ${line.words}` : undefined}
      onClick={() => chooseSource(source.id)}
    >
      <StatusIcon look={line.look} labelled={!collapsed} />
      {collapsed ? null : (
        <>
          <span className={styles.name}>
            <EngineText value={source.name} />
          </span>
          <SourceWords line={line} freshAt={source.freshAt} />
        </>
      )}
    </button>
  )
  return collapsed ? (
    <Tooltip label={`${source.name}: ${line.words}`} position="right">
      {button}
    </Tooltip>
  ) : (
    button
  )
}

function SourceWords({ line, freshAt }: { line: SourceLine; freshAt: number }) {
  return (
    <span className={styles.words}>
      <EngineText value={line.words} />
      <span>
        {line.retryAt === null ? null : (
          <>
            retry <Countdown at={line.retryAt} />
          </>
        )}
        {line.retryAt === null || freshAt === 0 ? null : ' · '}
        {line.look.tone === 'good' || freshAt === 0 ? null : (
          <>
            seen <RelativeAge at={freshAt} />
          </>
        )}
      </span>
    </span>
  )
}
