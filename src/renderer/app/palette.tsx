import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { type ReactNode, useEffect, useState } from 'react'
import type { Container } from '#shared/container.ts'
import { useContainers } from '../features/containers/containers-store.ts'
import { focusSearch } from '../features/containers/toolbar.tsx'
import { changeView } from '../features/containers/view-store.ts'
import { displayName, imageText, looks, shownState } from '../features/containers/words-model.ts'
import { sourceLine } from '../features/sources/sources-model.ts'
import { chooseSource, useSources } from '../features/sources/sources-store.ts'
import { EngineText } from '../ui/engine-text.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { StatusIcon } from '../ui/status-icon.tsx'
import { actions } from './actions.ts'
import styles from './palette.module.css'
import { matchContainers, matchItems, type PaletteItem } from './palette-model.ts'
import { keyWords, type ShortcutId, shortcuts } from './shortcut-model.ts'
import type { Sheet } from './use-shortcuts.ts'

const [store, spotlight] = createSpotlight()

type Props = { onClose: () => void; onOpen: (sheet: Sheet) => void }

export function Palette({ onClose, onOpen }: Props) {
  const [query, setQuery] = useState('')
  const { sources, chosen } = useSources()
  const list = useContainers((state) => (chosen === null ? undefined : state.lists[chosen]))
  useEffect(() => {
    spotlight.open()
    return spotlight.close
  }, [])

  const containers = matchContainers(list?.rows.values() ?? [], query)
  const found = {
    sources: matchItems(
      sources.map((source) => ({ source, label: source.name, words: source.name })),
      query,
    ),
    actions: matchItems(paletteActions(onOpen), query),
  }
  const nothing = containers.length + found.sources.length + found.actions.length === 0

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      lockScroll={false}
      size={560}
      yOffset={72}
      radius="md"
      overlayProps={{ className: styles.overlay ?? '' }}
      transitionProps={{ duration: 80, transition: 'fade' }}
    >
      <Spotlight.Search
        ref={takeFocus}
        placeholder="Search containers, sources, actions"
        aria-label="Search containers, sources, actions"
      />
      <Spotlight.ActionsList className={styles.list}>
        <Group title="Containers" shown={containers.length > 0}>
          {containers.map((container) => (
            <Spotlight.Action key={container.id} className={styles.item} onClick={() => showContainer(container)}>
              <StatusIcon look={looks[shownState(container)]} />
              <EngineText value={displayName(container)} className={styles.label} />
              <EngineText value={imageText(container.image)} className={styles.note} />
            </Spotlight.Action>
          ))}
        </Group>
        <Group title="Sources" shown={found.sources.length > 0}>
          {found.sources.map(({ source }) => (
            <Spotlight.Action key={source.id} className={styles.item} onClick={() => chooseSource(source.id)}>
              <StatusIcon look={sourceLine(source.state).look} />
              <EngineText value={source.name} className={styles.label} />
              <EngineText value={sourceLine(source.state).words} className={styles.note} />
            </Spotlight.Action>
          ))}
        </Group>
        <Group title="Actions" shown={found.actions.length > 0}>
          {found.actions.map((item) => (
            <Spotlight.Action key={item.id} className={styles.item} onClick={item.run}>
              <span className={styles.label}>{item.label}</span>
              {item.keys ? <KeyHint keys={item.keys} /> : null}
            </Spotlight.Action>
          ))}
        </Group>
        {nothing ? <Spotlight.Empty>Nothing is called that</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** At once, not after the fade: whoever opens the palette is typing already. */
function takeFocus(box: HTMLInputElement | null): void {
  box?.focus()
}

function Group({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) {
  return shown ? <Spotlight.ActionsGroup label={title}>{children}</Spotlight.ActionsGroup> : null
}

/** Opened from anywhere, a container is shown whatever the filter is. */
function showContainer({ id }: Container): void {
  changeView({ opened: id, cursor: id })
}

function paletteActions(onOpen: (sheet: Sheet) => void): PaletteItem[] {
  const item = (id: ShortcutId, label: string, run: () => void, words = ''): PaletteItem => ({
    id,
    label,
    words: `${label} ${words} ${shortcuts[id].does}`,
    keys: keyWords(id),
    run,
  })
  const plain = (id: string, label: string, words: string, run: () => void): PaletteItem => ({
    id,
    label,
    words: `${label} ${words}`,
    run,
  })
  return [
    item('search', 'Filter the list', () => setTimeout(focusSearch), 'find search'),
    item('group', 'Toggle grouping by project', actions.group, 'compose'),
    item('retry', 'Try again now', actions.retry, 'reconnect refresh'),
    item('theme', 'Switch the theme', actions.theme, 'dark light system'),
    item('rail', 'Toggle the sources', actions.rail, 'sidebar'),
    plain('show-all', 'Show containers of every state', 'all filter', () => changeView({ filter: 'all' })),
    plain('show-running', 'Show running containers', 'filter', () => changeView({ filter: 'running' })),
    plain('columns', 'Choose columns', 'table', () => setTimeout(openColumns)),
    // After the palette has closed: two things may not float at once.
    item('settings', 'Open settings', () => setTimeout(() => onOpen('settings')), 'preferences density'),
    item('shortcuts', 'Show all keys', () => setTimeout(() => onOpen('shortcuts')), 'keyboard shortcuts help'),
  ]
}

function openColumns(): void {
  document.querySelector<HTMLElement>('[aria-label="Choose columns"]')?.click()
}
