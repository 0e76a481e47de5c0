import { ActionIcon, Tabs, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { problemText } from '#shared/problem-text.ts'
import type { SourceView } from '#shared/session.ts'
import { EngineText } from '../../../ui/engine-text.tsx'
import { PlainState } from '../../../ui/plain-state.tsx'
import { StatusIcon } from '../../../ui/status-icon.tsx'
import { useContainers } from '../containers-store.ts'
import { changeView } from '../view-store.ts'
import { displayName, imageText, looks, shownState } from '../words-model.ts'
import styles from './details-panel.module.css'
import { EnvironmentTab } from './environment-tab.tsx'
import { LabelsTab } from './labels-tab.tsx'
import { MountsTab } from './mounts-tab.tsx'
import { NetworksTab } from './networks-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { RawTab } from './raw-tab.tsx'
import { useInspection } from './use-inspection.ts'

type Props = { source: SourceView; id: string; onOpenPort: (container: string, publicPort: number) => void }

const close = () => changeView({ opened: null })

/** Everything about one container. What the list knows is there at once; what `inspect` adds follows. */
export function DetailsPanel({ source, id, onOpenPort }: Props) {
  // The map is changed in place: the row itself is what tells a change.
  const container = useContainers((state) => state.lists[source.id]?.rows.get(id))
  const { details, problem } = useInspection(source.id, container, source.state.kind === 'online')
  const [tab, setTab] = useState<string | null>('overview')

  if (!container) {
    return (
      <div className={styles.panel}>
        <CloseDetails />
        <PlainState title="This container no longer exists">
          <p>It was removed while its details were open.</p>
        </PlainState>
      </div>
    )
  }

  const look = looks[shownState(container)]
  const panel = (value: string, children: ReactNode) => (
    <Tabs.Panel value={value} className={styles.tab} key={value}>
      {tab === value ? children : null}
    </Tabs.Panel>
  )
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.name}>
          <EngineText value={displayName(container)} />
        </h2>
        <CloseDetails />
        <p className={styles.subtitle}>
          <span className={styles.state}>
            <StatusIcon look={look} labelled={false} /> {look.word}
          </span>
          <span className={styles.image} title={container.image}>
            <EngineText value={imageText(container.image)} />
          </span>
        </p>
      </header>
      {problem ? (
        <p className={styles.problem} role="status">
          {problemText(problem).title}
        </p>
      ) : null}
      <Tabs value={tab} onChange={setTab} className={styles.tabs} keepMounted={false}>
        <Tabs.List className={styles.list}>
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="environment">Env</Tabs.Tab>
          <Tabs.Tab value="mounts">Mounts</Tabs.Tab>
          <Tabs.Tab value="networks">Networks</Tabs.Tab>
          <Tabs.Tab value="labels">Labels</Tabs.Tab>
          <Tabs.Tab value="raw">Raw</Tabs.Tab>
        </Tabs.List>
        {panel('overview', <OverviewTab container={container} details={details} onOpenPort={onOpenPort} />)}
        {panel('environment', <EnvironmentTab key={id} environment={details?.environment ?? null} />)}
        {panel('mounts', <MountsTab mounts={container.mounts} />)}
        {panel('networks', <NetworksTab container={container} details={details} />)}
        {panel('labels', <LabelsTab labels={container.labels} />)}
        {panel('raw', <RawTab key={id} raw={details?.raw ?? null} />)}
      </Tabs>
    </div>
  )
}

function CloseDetails() {
  return (
    <Tooltip label="Close details (Esc)">
      <ActionIcon className={styles.close} aria-label="Close details" onClick={close}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
