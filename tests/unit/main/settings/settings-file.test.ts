import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SettingsStore } from '#main/settings/settings.ts'
import { readSettingsFile, writeSettingsFile } from '#main/settings/settings-file.ts'
import { defaultSettings } from '#shared/default-settings.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gangway-settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rm(folder, { recursive: true }))

describe('settings.json', () => {
  it('is the defaults where there is none', async () => {
    expect(await readSettingsFile(path)).toEqual({ settings: defaultSettings, keptAside: null })
  })

  it('is written for its owner alone, and read back as it was', async () => {
    const settings = { ...defaultSettings, pinned: 'unix:///run/podman/podman.sock' }
    await writeSettingsFile(path, settings)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await readSettingsFile(path)).settings).toEqual(settings)
    expect(await readdir(folder)).toEqual(['settings.json'])
  })

  it.each([
    ['cut short', '{"version":1,'],
    ['of another version', '{"version":99}'],
    ['not an object', '[]'],
  ])('that is %s is kept aside and told, never overwritten', async (_name, text) => {
    await writeFile(path, text)
    const read = await readSettingsFile(path)
    expect(read.settings).toEqual(defaultSettings)
    expect(await readFile(read.keptAside?.path ?? '', 'utf8')).toBe(text)
    expect(read.keptAside?.reason).not.toBe('')
  })

  it('that cannot be read is an error, not a reason to start over', async () => {
    await expect(readSettingsFile(folder)).rejects.toThrow(/EISDIR/)
  })
})

describe('SettingsStore', () => {
  it('never writes over a file it could not read', async () => {
    const { store, complaint } = await SettingsStore.open(join(folder, 'blocked'))
    expect(complaint).toBeNull()
    await mkdir(path)
    const unreadable = await SettingsStore.open(folder)
    expect(unreadable.complaint).toContain('cannot be read')
    await expect(unreadable.store.update({ enabled: false })).rejects.toThrow(/EISDIR/)
    expect(store.value).toEqual(defaultSettings)
  })

  it('writes changes in the order they were made', async () => {
    const { store } = await SettingsStore.open(folder)
    await Promise.all([
      store.update({ enabled: false }),
      store.update({ pinned: 'unix:///a' }),
      store.update({ enabled: true }),
    ])
    expect((await readSettingsFile(path)).settings).toEqual({ ...defaultSettings, pinned: 'unix:///a' })
  })

  it('says when the disk refuses, and keeps the value for this run', async () => {
    const { store } = await SettingsStore.open(join(folder, 'settings.json', 'below-a-file'))
    await writeFile(path, 'a file where the folder should be')
    await expect(store.update({ enabled: false })).rejects.toThrow()
    expect(store.value.enabled).toBe(false)
  })
})
