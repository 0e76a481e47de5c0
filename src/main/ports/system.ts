import { execFile } from 'node:child_process'
import { homedir, hostname } from 'node:os'
import { type Acls, createAcls } from './acls.ts'
import { createFiles, type Files } from './files.ts'
import { type Identity, readIdentity } from './identity.ts'
import type { Run } from './run.ts'
import { createUsers, type Users } from './users.ts'
import { watchPath } from './watch-path.ts'

/** The operating system as Gangway sees it. Nothing here throws; every failure is a value. */
export type System = {
  platform: NodeJS.Platform
  arch: string
  hostname: string
  homedir: string
  /** A copy: what this process was started with. */
  env: Readonly<Record<string, string | undefined>>
  /** Null on Windows, which has no such ids. */
  identity: Identity | null
  files: Files
  users: Users
  acls: Acls
  watchPath(path: string, onChange: () => void): () => void
}

const runTimeout = 2_000
const maxOutputBytes = 64 * 1024
// The environment of the caller decides nothing: not which files are loaded, not the language of the output.
const runEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' }

export function nodeSystem(): System {
  const files = createFiles()
  return {
    platform: process.platform,
    arch: process.arch,
    hostname: orEmpty(hostname),
    homedir: orEmpty(homedir),
    env: { ...process.env },
    identity: readIdentity(),
    files,
    users: createUsers(run, files),
    acls: createAcls(run, files),
    watchPath,
  }
}

const run: Run = (file, argv) =>
  new Promise((resolve) => {
    const options = {
      env: runEnvironment,
      cwd: '/',
      timeout: runTimeout,
      killSignal: 'SIGKILL',
      maxBuffer: maxOutputBytes,
      windowsHide: true,
    } as const
    try {
      const child = execFile(file, argv, options, (error, stdout) => {
        if (!error) resolve({ ok: true, code: 0, stdout })
        else if (error.killed) resolve({ ok: false, errno: 'ETIMEDOUT' })
        else if (typeof error.code === 'number') resolve({ ok: true, code: error.code, stdout })
        else resolve({ ok: false, errno: error.code ?? 'UNKNOWN' })
      })
      child.stdin?.end()
    } catch {
      // An argument that no argv can hold (a NUL byte).
      resolve({ ok: false, errno: 'EINVAL' })
    }
  })

function orEmpty(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
