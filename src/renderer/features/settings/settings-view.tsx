import { SegmentedControl, Switch } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { CopyField } from '../../ui/copy-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { accessWords } from './settings-model.ts'
import { changeAccess, changeAppearance, changeTable, useSettings } from './settings-store.ts'
import styles from './settings-view.module.css'

const themes = [
  { value: 'system', label: 'System' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const
const densities = [
  { value: 'dense', label: 'Dense' },
  { value: 'comfortable', label: 'Comfortable' },
] as const

export function SettingsView({ onClose }: { onClose: () => void }) {
  const { appearance, access, app } = useSettings()
  return (
    <Sheet title="Settings" closeLabel="Close settings" onClose={onClose}>
      <Section title="Appearance">
        <Choice
          label="Theme"
          value={appearance.theme}
          options={themes}
          onChange={(theme) => changeAppearance({ theme })}
        />
        <Choice
          label="Rows"
          value={appearance.density}
          options={densities}
          onChange={(density) => changeAppearance({ density })}
        />
        <Switch
          label="Group containers by compose project"
          checked={appearance.table.groupByProject}
          onChange={(event) => changeTable({ groupByProject: event.currentTarget.checked })}
        />
      </Section>
      <Section title="Engines">
        <Switch
          label="Connect to engines"
          description={accessWords(access.enabled, access.switchedOffBy)}
          checked={access.enabled && access.switchedOffBy === null}
          disabled={access.switchedOffBy === 'environment'}
          onChange={(event) => void changeAccess(event.currentTarget.checked)}
        />
      </Section>
      {app ? (
        <Section title="About">
          <dl className={styles.facts}>
            <dt>Version</dt>
            <dd>{app.version}</dd>
            <dt>Data folder</dt>
            <dd>
              <CopyField value={app.dataFolder} label="Copy data folder" />
            </dd>
          </dl>
        </Section>
      ) : null}
    </Sheet>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <span id={id}>{label}</span>
      <SegmentedControl<T>
        aria-labelledby={id}
        size="xs"
        transitionDuration={100}
        data={[...options]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
