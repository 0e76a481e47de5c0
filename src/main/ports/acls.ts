import type { Files } from './files.ts'
import type { Run } from './run.ts'

/** A POSIX ACL beyond the mode bits. `entries` are numeric, `user:1001:rw-`; empty where only its presence is known. */
export type Acl = { presence: 'present' | 'none' | 'unknown'; entries: string[] }

export type Acls = {
  /** One answer per path, in order. Paths are absolute and not symlinks: getfacl(1) follows those. */
  read(paths: readonly string[]): Promise<Acl[]>
}

const getfaclOptions = ['--numeric', '--absolute-names', '--skip-base', '--access']

export function createAcls(run: Run, files: Files): Acls {
  async function fromLs(paths: readonly string[]): Promise<Acl[]> {
    const unknown = paths.map((): Acl => ({ presence: 'unknown', entries: [] }))
    const link = await files.readLink('/bin/ls')
    // Busybox's ls never shows an ACL.
    if (link.ok && link.value.endsWith('busybox')) return unknown
    const ran = await run('/bin/ls', ['-ldn', '--', ...paths])
    if (!ran.ok) return unknown
    const lines = ran.stdout.split('\n')
    return paths.map((path) => {
      const line = lines.find((each) => each.endsWith(` ${path}`))
      if (line === undefined) return { presence: 'unknown', entries: [] }
      return { presence: /^\S+\+/.test(line) ? 'present' : 'none', entries: [] }
    })
  }

  return {
    read: async (paths) => {
      if (paths.length === 0) return []
      const ran = await run('/usr/bin/getfacl', [...getfaclOptions, '--', ...paths])
      if (!ran.ok) return fromLs(paths)
      const found = parseGetfacl(ran.stdout)
      return paths.map((path) => {
        const entries = found.get(path)
        return entries?.some(isExtended) ? { presence: 'present', entries } : { presence: 'none', entries: [] }
      })
    },
  }
}

/**
 * The entries per file of getfacl(1): a `# file:` line, comments, then one entry a line, `user:1001:rwx\t#effective:r--`.
 * With `--skip-base` a file without an ACL is not listed at all.
 */
export function parseGetfacl(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const block of text.split('\n\n')) {
    const lines = block.split('\n')
    const path = lines.find((line) => line.startsWith('# file: '))?.slice('# file: '.length)
    if (path === undefined) continue
    const entries = lines.filter((line) => line !== '' && !line.startsWith('#'))
    found.set(
      unescapePath(path),
      entries.map((entry) => entry.split('\t')[0] ?? entry),
    )
  }
  return found
}

/** A named user or group, or a mask: what the nine mode bits cannot say. */
function isExtended(entry: string): boolean {
  return !/^(user|group|other)::/.test(entry)
}

/** getfacl writes what could be mistaken for its own syntax as `\ooo`. */
function unescapePath(path: string): string {
  const bytes = Buffer.from(path, 'utf8').toString('latin1')
  const plain = bytes.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
  return Buffer.from(plain, 'latin1').toString('utf8')
}
