import { ActionIcon, Tooltip } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSearch, IconSettings, IconSun } from '@tabler/icons-react'
import { nextTheme } from '../features/settings/settings-model.ts'
import { changeAppearance, useSettings } from '../features/settings/settings-store.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { Mark } from '../ui/mark.tsx'
import styles from './header.module.css'
import { keyWords } from './shortcut-model.ts'
import type { Sheet } from './use-shortcuts.ts'

const themeIcons = { dark: IconMoon, light: IconSun, system: IconDeviceDesktop } as const

export function Header({ onOpen }: { onOpen: (sheet: Sheet) => void }) {
  const theme = useSettings((state) => state.appearance.theme)
  const ThemeIcon = themeIcons[theme]
  const themeLabel = `Theme: ${theme}. Switch to ${nextTheme[theme]}`
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Mark />
        Gangway
      </h1>
      <button type="button" className={styles.palette} onClick={() => onOpen('palette')}>
        <IconSearch size={14} stroke={1.8} aria-hidden />
        <span className={styles.prompt}>Search containers, sources, actions</span>
        <KeyHint keys={keyWords('palette')} />
      </button>
      <span className={styles.actions}>
        <Tooltip label={themeLabel}>
          <ActionIcon aria-label={themeLabel} onClick={() => changeAppearance({ theme: nextTheme[theme] })}>
            <ThemeIcon size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Settings">
          <ActionIcon aria-label="Settings" onClick={() => onOpen('settings')}>
            <IconSettings size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </span>
    </header>
  )
}
