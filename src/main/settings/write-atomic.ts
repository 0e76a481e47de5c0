import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces a file so that a crash at any moment leaves the old text or the new one, never a mix: written beside it with
 * mode 0600, flushed, renamed over it, and the folder flushed. Rejects with Node's error; the old file then still stands.
 */
export async function writeAtomic(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`
  try {
    await flushed(draft, 'wx', (file) => file.writeFile(text))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  // A folder cannot be opened on Windows, where rename is journalled anyway.
  if (process.platform !== 'win32') await flushed(dirname(path), 'r', async () => {})
}

async function flushed(
  path: string,
  flags: string,
  write: (file: import('node:fs/promises').FileHandle) => Promise<void>,
) {
  const file = await open(path, flags, 0o600)
  try {
    await write(file)
    await file.sync()
  } finally {
    await file.close()
  }
}
