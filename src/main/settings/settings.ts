import { join } from 'node:path'
import { defaultSettings } from '#shared/default-settings.ts'
import type { Settings } from '#shared/settings.ts'
import { type ReadSettings, readSettingsFile, writeSettingsFile } from './settings-file.ts'

/** The settings in memory, the only writer of settings.json. */
export class SettingsStore {
  readonly #path: string
  #value: Settings
  #writing: Promise<void> = Promise.resolve()

  /** Why nothing is written: the file is there and could not be read, so writing would lose it. */
  readonly #unreadable: Error | null

  private constructor(path: string, value: Settings, unreadable: Error | null) {
    this.#path = path
    this.#value = value
    this.#unreadable = unreadable
  }

  /**
   * Reads `folder`/settings.json. `complaint` says what the user should know: where a bad file was kept, or that the
   * file may not be read, in which case the defaults hold and nothing is written.
   */
  static async open(folder: string): Promise<{ store: SettingsStore; complaint: string | null }> {
    const path = join(folder, 'settings.json')
    try {
      const { settings, keptAside } = await readSettingsFile(path)
      return { store: new SettingsStore(path, settings, null), complaint: keptAside && complain(keptAside) }
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      const complaint = `${path} cannot be read (${reason.message}). The defaults hold, and no change is saved.`
      return { store: new SettingsStore(path, defaultSettings, reason), complaint }
    }
  }

  get value(): Settings {
    return this.#value
  }

  /** Changes some settings at once in memory and then on disk, in order. Rejects when the disk refuses. */
  update(change: Partial<Settings>): Promise<void> {
    this.#value = { ...this.#value, ...change }
    const value = this.#value
    if (this.#unreadable) return Promise.reject(this.#unreadable)
    this.#writing = this.#writing.catch(() => {}).then(() => writeSettingsFile(this.#path, value))
    return this.#writing
  }
}

function complain({ path, reason }: NonNullable<ReadSettings['keptAside']>): string {
  return `The file was not valid and is kept as ${path}. The defaults hold. ${reason}`
}
