import { Button } from '@mantine/core'
import { IconPlugOff } from '@tabler/icons-react'
import { changeAccess } from '../features/settings/settings-store.ts'
import { PlainState } from '../ui/plain-state.tsx'

/** Engine access is off: nothing is dialled. By whom it was switched off decides how it goes on again. */
export function SwitchedOff({ by }: { by: 'environment' | 'setting' }) {
  const icon = <IconPlugOff size={28} stroke={1.3} />
  if (by === 'environment') {
    return (
      <PlainState icon={icon} title="Engine access is switched off">
        <p>
          The environment variable <code>GANGWAY_DOCKER_ENABLED</code> is <code>false</code>, so Gangway connects to no
          engine. Start Gangway without it to see containers here.
        </p>
      </PlainState>
    )
  }
  return (
    <PlainState
      icon={icon}
      title="Engine access is switched off"
      actions={
        <Button variant="filled" onClick={() => void changeAccess(true)}>
          Switch on engine access
        </Button>
      }
    >
      <p>It was switched off in the settings. Gangway connects to no engine until it is on again.</p>
    </PlainState>
  )
}
