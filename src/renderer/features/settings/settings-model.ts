import type { Appearance } from '#shared/settings.ts'

type Theme = Appearance['theme']

/** What the theme button in the header goes to next: the system's choice comes last. */
export const nextTheme: Record<Theme, Theme> = { dark: 'light', light: 'system', system: 'dark' }

/** The scheme to paint in. */
export function resolvedScheme(theme: Theme, systemIsDark: boolean): 'dark' | 'light' {
  return theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme
}

/** Why engine access is as it is, and what would change it. */
export function accessWords(enabled: boolean, switchedOffBy: 'environment' | 'setting' | null): string {
  if (switchedOffBy === 'environment') {
    return 'Off: the environment variable GANGWAY_DOCKER_ENABLED is false. It overrides this setting until Gangway starts without it.'
  }
  return enabled
    ? 'Gangway connects to the engines in the list of sources.'
    : 'Off: Gangway connects to no engine, and nothing is sent anywhere.'
}
