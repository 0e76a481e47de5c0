import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Diagnosis, GroupFacts, SocketFacts } from '#shared/diagnosis.ts'
import type { FixId } from '#shared/fix.ts'
import { type Accounts, createAccounts, type User } from '#tests/support/accounts.ts'
import { bundleDoctor, type DiagnoseAs } from '#tests/support/diagnose-as.ts'
import type { Ids } from '#tests/support/run-as.ts'
import { type SampleEngine, startSampleEngine } from '#tests/support/sample-engine.ts'

/** Real users, real sockets with real modes, and a doctor that runs as any of them. */
export type FailureLab = Accounts & {
  /** Open to everybody, so that only what a test closes is closed. */
  folder: string
  diagnose: DiagnoseAs['run']
  /** A live engine's socket with the owner, group and mode given. */
  makeSocket(name: string, mode: number, gid: number, uid?: number): Promise<string>
  close(): Promise<void>
}

export async function openFailureLab(): Promise<FailureLab> {
  const folder = mkdtempSync(join(tmpdir(), 'gangway-failures-'))
  chmodSync(folder, 0o755)
  const engines: SampleEngine[] = []
  const [accounts, doctor] = await Promise.all([createAccounts(), bundleDoctor()])
  return {
    ...accounts,
    folder,
    diagnose: doctor.run,
    makeSocket: async (name, mode, gid, uid = 0) => {
      const path = join(folder, name)
      engines.push(await startSampleEngine({ listen: { kind: 'unix', path } }))
      chownSync(path, uid, gid)
      chmodSync(path, mode)
      return path
    },
    close: async () => {
      await Promise.all([...engines.map((engine) => engine.close()), doctor.remove(), accounts.remove()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const root: Ids = { uid: 0, gid: 0, groups: [] }

/** A process of this user with exactly these groups beside the primary one. */
export function as({ uid, gid }: User, groups: readonly number[] = []): Ids {
  return { uid, gid, groups }
}

export function verdict({ problem, causes, ladder }: Diagnosis) {
  return {
    problem: problem?.code ?? null,
    causes: causes.map(({ code }) => code),
    failed: ladder.filter((step) => step.verdict === 'failed').map(({ step }) => step),
  }
}

export function socketOf({ findings }: Diagnosis): SocketFacts | null {
  return findings.find((finding) => finding.probe === 'socket')?.facts ?? null
}

export function groupsOf({ findings }: Diagnosis): GroupFacts | null {
  return findings.find((finding) => finding.probe === 'groups')?.facts ?? null
}

/** The command lines of each way out. */
export function commandsOf({ fixes }: Diagnosis): Record<string, string[]> {
  return Object.fromEntries(fixes.map(({ id, steps }) => [id, steps.map(({ argv }) => argv.join(' '))]))
}

/** Runs a way out word for word, as its reader would in a root shell. */
export function runSteps({ fixes }: Diagnosis, id: FixId, which: 'steps' | 'undo'): void {
  const steps = fixes.find((fix) => fix.id === id)?.[which] ?? []
  if (steps.length === 0) throw new Error(`${id} has no ${which}`)
  for (const { argv } of steps) {
    const [file = '', ...words] = argv
    execFileSync(file, words)
  }
}
