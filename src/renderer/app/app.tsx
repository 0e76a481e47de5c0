import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useSettings } from '../features/settings/settings-store.ts'
import { onEvent } from '../ipc.ts'
import { mantineTheme } from './mantine-theme.ts'
import { showNotice } from './notices.ts'
import { Shell } from './shell.tsx'
import { useScheme } from './use-scheme.ts'

export function App() {
  const scheme = useScheme()
  const density = useSettings((state) => state.appearance.density)

  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  useEffect(() => onEvent('notice', showNotice), [])

  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <Shell />
      <Notifications position="bottom-right" limit={3} />
    </MantineProvider>
  )
}
