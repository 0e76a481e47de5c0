import { diagnose } from '../features/problem/problem-store.ts'
import { nextTheme } from '../features/settings/settings-model.ts'
import { changeAppearance, changeTable, useSettings } from '../features/settings/settings-store.ts'
import { retrySource, useSources } from '../features/sources/sources-store.ts'

/** What keys, the palette and the menu can set off without opening anything. */
export const actions = {
  theme: () => {
    const { theme } = useSettings.getState().appearance
    changeAppearance({ theme: nextTheme[theme] })
  },
  rail: () => {
    const { railCollapsed } = useSettings.getState().appearance
    changeAppearance({ railCollapsed: !railCollapsed })
  },
  group: () => {
    const { groupByProject } = useSettings.getState().appearance.table
    changeTable({ groupByProject: !groupByProject })
  },
  retry: () => {
    const { chosen } = useSources.getState()
    if (chosen === null) return
    retrySource(chosen)
    void diagnose(chosen)
  },
} as const
