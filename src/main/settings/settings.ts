import { join } from 'node:path'
import type { Settings } from '#shared/settings.ts'
import { type ReadSettings, readSettingsFile, writeSettingsFile } from './settings-file.ts'

/** The settings in memory, the only writer of settings.json. */
export class SettingsStore {
  readonly #path: string
  #value: Settings
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, value: Settings) {
    this.#path = path
    this.#value = value
  }

  /** Reads `folder`/settings.json; see `readSettingsFile` for what happens to a bad one. */
  static async open(folder: string): Promise<{ store: SettingsStore; keptAside: ReadSettings['keptAside'] }> {
    const path = join(folder, 'settings.json')
    const { settings, keptAside } = await readSettingsFile(path)
    return { store: new SettingsStore(path, settings), keptAside }
  }

  get value(): Settings {
    return this.#value
  }

  /** Changes some settings at once in memory and then on disk, in order. Rejects when the disk refuses. */
  update(change: Partial<Settings>): Promise<void> {
    this.#value = { ...this.#value, ...change }
    const value = this.#value
    this.#writing = this.#writing.catch(() => {}).then(() => writeSettingsFile(this.#path, value))
    return this.#writing
  }
}
