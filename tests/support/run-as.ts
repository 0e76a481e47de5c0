import { chmodSync, chownSync, copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleScript } from './bundle-script.ts'

/** Who a program runs as: exact ids, whatever the user database says. */
export type Ids = { uid: number; gid: number; groups: readonly number[] }

/** The words in front of a program that make it run with exactly these ids (setpriv(1)); needs root. */
export function idsWords({ uid, gid, groups }: Ids): string[] {
  const more = groups.length > 0 ? `--groups=${groups.join(',')}` : '--clear-groups'
  return ['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${gid}`, more]
}

const root = join(import.meta.dirname, '../..')

/** A copy of the built app that any user may read: `folder` runs in Electron, and `host` serves it to a tab. */
export async function publishBuild(): Promise<{ folder: string; host: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'gangway-build-'))
  chmodSync(folder, 0o755)
  for (const part of [
    'out/main',
    'out/preload',
    'out/renderer',
    'resources/icons',
    'package.json',
    'tests/support/browser-door.mjs',
    'tests/support/early-scheme.cjs',
  ]) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  const host = await bundleScript(join(root, 'tests/support/browser-host-cli.ts'), folder)
  return { folder, host: join(folder, host), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A program that starts `file` with these ids, for drivers that can start one file only. Written into `home`. */
export function writeLauncher(home: string, file: string, ids: Ids): string {
  const path = join(home, 'launch')
  const words = [...idsWords(ids), '--', file].map((word) => `'${word.replaceAll("'", "'\\''")}'`)
  writeFileSync(path, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`)
  chmodSync(path, 0o755)
  return path
}

/** Gives a home to its user, with the right to draw on the display there is. Answers the variables that say so. */
export function ownHome(home: string, { uid, gid }: Ids): Record<string, string> {
  chownSync(home, uid, gid)
  const { XAUTHORITY } = process.env
  if (!XAUTHORITY) return {}
  const copy = join(home, '.Xauthority')
  copyFileSync(XAUTHORITY, copy)
  chownSync(copy, uid, gid)
  return { XAUTHORITY: copy }
}
