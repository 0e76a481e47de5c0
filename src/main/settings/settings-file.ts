import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as z from 'zod'
import { defaultSettings } from '#shared/default-settings.ts'
import { type Settings, settings } from '#shared/settings.ts'
import { writeAtomic } from './write-atomic.ts'

/** What reading gave: the settings to use, and where a file that could not be used was kept. */
export type ReadSettings = { settings: Settings; keptAside: { path: string; reason: string } | null }

/**
 * Reads settings.json. A missing file means the defaults. A file that is not valid is moved beside itself under another
 * name and told about, never overwritten. Rejects when the file exists but may not be read: writing over what we cannot
 * see would lose it.
 */
export async function readSettingsFile(path: string): Promise<ReadSettings> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return { settings: defaultSettings, keptAside: null }
    throw error
  }
  const parsed = parseSettings(text)
  if (parsed.success) return { settings: parsed.data, keptAside: null }
  const aside = `${path}.${new Date().toISOString().replaceAll(':', '-')}.bad`
  await rename(path, aside)
  return { settings: defaultSettings, keptAside: { path: aside, reason: z.prettifyError(parsed.error) } }
}

export async function writeSettingsFile(path: string, value: Settings): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeAtomic(path, `${JSON.stringify(value, null, 2)}\n`)
}

function parseSettings(text: string) {
  return z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown
      } catch (error) {
        context.addIssue(error instanceof Error ? error.message : 'not JSON')
        return z.NEVER
      }
    })
    .pipe(settings)
    .safeParse(text)
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
