import { useMediaQuery } from '@mantine/hooks'
import { resolvedScheme } from '../features/settings/settings-model.ts'
import { useSettings } from '../features/settings/settings-store.ts'

/** The scheme to paint in: what was chosen, or what the system prefers now. */
export function useScheme(): 'dark' | 'light' {
  const theme = useSettings((state) => state.appearance.theme)
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false })
  return resolvedScheme(theme, systemIsDark ?? true)
}
