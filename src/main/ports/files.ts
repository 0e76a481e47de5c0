import { constants, type Stats } from 'node:fs'
import { access, lstat, readdir, readFile, readlink, stat } from 'node:fs/promises'
import { type Look, look } from './look.ts'

export type FileStat = {
  type: 'directory' | 'symlink' | 'socket' | 'file' | 'fifo' | 'device' | 'unknown'
  uid: number
  gid: number
  /** The permission bits, set-id and sticky included: 0–0o7777. */
  mode: number
}

export type Files = {
  lstat(path: string): Promise<Look<FileStat>>
  /** Follows links. */
  stat(path: string): Promise<Look<FileStat>>
  readLink(path: string): Promise<Look<string>>
  /** A regular file of at most 1 MiB; anything else is `EINVAL`, so that no FIFO can hold us up. */
  readText(path: string): Promise<Look<string>>
  /** The names in a directory, sorted. */
  list(path: string): Promise<Look<string[]>>
  /** What access(2) answers for the real uid and groups of this process. */
  access(path: string, right: 'write' | 'execute'): Promise<Look<undefined>>
  /** The first executable regular file of that name in the folders. */
  findExecutable(name: string, folders: readonly string[]): Promise<string | null>
}

const maxTextBytes = 1024 * 1024
const rights = { write: constants.W_OK, execute: constants.X_OK }

export function createFiles(): Files {
  const files: Files = {
    lstat: (path) => look(async () => toFileStat(await lstat(path))),
    stat: (path) => look(async () => toFileStat(await stat(path))),
    readLink: (path) => look(() => readlink(path)),
    readText: async (path) => {
      const found = await look(() => stat(path))
      if (!found.ok) return found
      if (!found.value.isFile() || found.value.size > maxTextBytes) return { ok: false, errno: 'EINVAL' }
      return look(() => readFile(path, 'utf8'))
    },
    list: (path) => look(async () => (await readdir(path)).sort()),
    access: (path, right) => look(async () => void (await access(path, rights[right]))),
    findExecutable: async (name, folders) => {
      for (const folder of folders) {
        const path = `${folder}/${name}`
        const found = await files.stat(path)
        if (found.ok && found.value.type === 'file' && (await files.access(path, 'execute')).ok) return path
      }
      return null
    },
  }
  return files
}

function toFileStat(stats: Stats): FileStat {
  return { type: typeOf(stats), uid: stats.uid, gid: stats.gid, mode: stats.mode & 0o7777 }
}

function typeOf(stats: Stats): FileStat['type'] {
  if (stats.isDirectory()) return 'directory'
  if (stats.isSymbolicLink()) return 'symlink'
  if (stats.isSocket()) return 'socket'
  if (stats.isFile()) return 'file'
  if (stats.isFIFO()) return 'fifo'
  return stats.isBlockDevice() || stats.isCharacterDevice() ? 'device' : 'unknown'
}
