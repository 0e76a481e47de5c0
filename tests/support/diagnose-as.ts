import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { type Diagnosis, diagnosis } from '#shared/diagnosis.ts'

const execute = promisify(execFile)

/** Who the diagnosis runs as: exact ids, whatever the user database says. */
export type Account = { uid: number; gid: number; groups: readonly number[] }

export type DiagnoseAs = {
  /** Diagnoses a path in a process of its own. `wrap` goes in front of it: `unshare --user`, for one. */
  run(account: Account, path: string, options?: { env?: Record<string, string>; wrap?: string[] }): Promise<Diagnosis>
  remove(): Promise<void>
}

/**
 * Bundles the doctor into one file that any user may read, so that a checkout in a closed home works, too. Needs root and
 * setpriv(1).
 */
export async function bundleDoctor(): Promise<DiagnoseAs> {
  const folder = await mkdtemp(join(tmpdir(), 'gangway-doctor-'))
  await chmod(folder, 0o755)
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'diagnose-child.ts'),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        // What ssh2 would load if it were there, and what it says of its own folder.
        external: [/\.node$/, 'cpu-features'],
        output: { format: 'cjs', entryFileNames: 'doctor.cjs' },
      },
    },
  })
  return {
    run: async ({ uid, gid, groups }, path, { env = {}, wrap = [] } = {}) => {
      const ids = [
        `--reuid=${uid}`,
        `--regid=${gid}`,
        groups.length ? `--groups=${groups.join(',')}` : '--clear-groups',
      ]
      const argv = [...ids, ...wrap, process.execPath, join(folder, 'doctor.cjs'), `unix://${path}`]
      const environment = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', ...env }
      const { stdout } = await execute('/usr/bin/setpriv', argv, { cwd: '/', env: environment, timeout: 20_000 })
      return diagnosis.parse(JSON.parse(stdout))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
