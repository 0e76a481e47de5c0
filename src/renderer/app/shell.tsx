import { useMediaQuery } from '@mantine/hooks'
import { type CSSProperties, lazy, Suspense, useState } from 'react'
import { defaultSettings } from '#shared/default-settings.ts'
import { DetailsPanel } from '../features/containers/details/details-panel.tsx'
import { useView } from '../features/containers/view-store.ts'
import { changeAppearance, useSettings } from '../features/settings/settings-store.ts'
import { chosenSource, useSources } from '../features/sources/sources-store.ts'
import { SourcesView } from '../features/sources/sources-view.tsx'
import { Resizer } from '../ui/resizer.tsx'
import { Header } from './header.tsx'
import { MainArea } from './main-area.tsx'
import { openPort } from './open-port.ts'
import { Palette } from './palette.tsx'
import styles from './shell.module.css'
import { StatusBar } from './status-bar.tsx'
import { type Sheet, useShortcuts } from './use-shortcuts.ts'

// What is not on the first screen is not in the first script, but for the palette: whoever presses its key types on.
const SettingsView = lazy(() =>
  import('../features/settings/settings-view.tsx').then((module) => ({ default: module.SettingsView })),
)
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })))

const detailsBounds = { min: 280, max: 900 }

/** The frame: header, rail, main, details, status bar; and what floats above it. */
export function Shell() {
  const { railCollapsed, detailsWidth } = useSettings((state) => state.appearance)
  const source = useSources(chosenSource)
  const opened = useView((state) => state.opened)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  useShortcuts(setSheet)

  // Below these widths the list needs the room more than the rail does.
  const isNarrow = useMediaQuery('(max-width: 1080px)') ?? false
  const isTight = useMediaQuery('(max-width: 760px)') ?? false
  const hasDetails = opened !== null && source !== undefined
  const folded = railCollapsed || isTight || (isNarrow && hasDetails)
  const style: CSSProperties & Record<'--details', string> = { '--details': `${detailsWidth}px` }
  const close = () => setSheet(null)

  return (
    <div
      className={styles.frame}
      data-folded={folded || undefined}
      data-details={hasDetails || undefined}
      style={style}
    >
      <Header onOpen={setSheet} />
      <div className={styles.rail}>
        <SourcesView
          collapsed={folded}
          onToggle={folded && !railCollapsed ? undefined : () => changeAppearance({ railCollapsed: !railCollapsed })}
        />
      </div>
      <main className={styles.main}>{source ? <MainArea source={source} /> : null}</main>
      {hasDetails ? (
        <aside className={styles.details} aria-label="Details">
          <div className={styles.edge}>
            <Resizer
              label="Width of the details"
              value={detailsWidth}
              {...detailsBounds}
              direction={-1}
              onResize={(pixels) => changeAppearance({ detailsWidth: pixels })}
              onReset={() => changeAppearance({ detailsWidth: defaultSettings.appearance.detailsWidth })}
            />
          </div>
          <DetailsPanel
            source={source}
            id={opened}
            onOpenPort={(container, port) => void openPort(source.id, container, port)}
          />
        </aside>
      ) : null}
      <StatusBar source={source} />
      {sheet === 'palette' ? <Palette onClose={close} onOpen={setSheet} /> : null}
      <Suspense>
        {sheet === 'settings' ? <SettingsView onClose={close} /> : null}
        {sheet === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null}
      </Suspense>
    </div>
  )
}
