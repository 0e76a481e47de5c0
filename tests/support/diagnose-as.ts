import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Diagnosis, diagnosis } from '#shared/diagnosis.ts'
import { bundleScript } from '#tests/support/bundle-script.ts'
import { type Ids, idsWords } from '#tests/support/run-as.ts'

const execute = promisify(execFile)

export type DiagnoseAs = {
  /** Diagnoses a path in a process of its own. `wrap` goes in front of it: `unshare --user`, for one. */
  run(ids: Ids, path: string, options?: { env?: Record<string, string>; wrap?: string[] }): Promise<Diagnosis>
  remove(): Promise<void>
}

/** Bundles the doctor into one file that any user may read and run. Needs root and setpriv(1). */
export async function bundleDoctor(): Promise<DiagnoseAs> {
  const folder = await mkdtemp(join(tmpdir(), 'gangway-doctor-'))
  await chmod(folder, 0o755)
  const script = join(folder, await bundleScript(join(import.meta.dirname, 'diagnose-child.ts'), folder))
  return {
    run: async (ids, path, { env = {}, wrap = [] } = {}) => {
      const [setpriv = '', ...argv] = [...idsWords(ids), ...wrap, process.execPath, script, `unix://${path}`]
      const environment = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', ...env }
      const { stdout } = await execute(setpriv, argv, { cwd: '/', env: environment, timeout: 20_000 })
      return diagnosis.parse(JSON.parse(stdout))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
