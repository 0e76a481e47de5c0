import { create } from 'zustand'
import type { CallOutput } from '#shared/contract.ts'
import { defaultSettings } from '#shared/default-settings.ts'
import type { Appearance } from '#shared/settings.ts'
import { call } from '../../ipc.ts'

type SettingsState = {
  appearance: Appearance
  /** Whether Gangway may dial engines, and who said no. */
  access: Pick<CallOutput<'settings.read'>, 'enabled' | 'switchedOffBy'>
  /** Null until main has answered. */
  app: CallOutput<'app.info'> | null
}

export const useSettings = create<SettingsState>(() => ({
  appearance: defaultSettings.appearance,
  access: { enabled: true, switchedOffBy: null },
  app: null,
}))

/** Read once before the first paint, so that nothing jumps. */
export async function readSettings(): Promise<void> {
  const [settings, app] = await Promise.all([call('settings.read', null), call('app.info', null)])
  if (settings.ok) {
    const { appearance, ...access } = settings.value
    useSettings.setState({ appearance, access })
  }
  if (app.ok) useSettings.setState({ app: app.value })
}

const patience = 400
let writing: ReturnType<typeof setTimeout> | undefined

/** Shown at once, written down when the hand has come to rest: dragging a column writes one file, not a hundred. */
export function changeAppearance(change: Partial<Appearance>): void {
  useSettings.setState(({ appearance }) => ({ appearance: { ...appearance, ...change } }))
  clearTimeout(writing)
  writing = setTimeout(writeAppearance, patience)
}

export function changeTable(change: Partial<Appearance['table']>): void {
  changeAppearance({ table: { ...useSettings.getState().appearance.table, ...change } })
}

/** What is waiting to be written, written now: the window is about to go. */
export function flushAppearance(): void {
  if (writing !== undefined) writeAppearance()
}

function writeAppearance(): void {
  clearTimeout(writing)
  writing = undefined
  void call('settings.appearance', useSettings.getState().appearance)
}

export async function changeAccess(enabled: boolean): Promise<void> {
  const changed = await call('settings.enabled', { enabled })
  if (changed.ok) await readSettings()
}
