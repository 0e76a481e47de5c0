import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDoctor } from '#main/doctor.ts'
import { nodeSystem } from '#main/ports/system.ts'
import { okValue } from '#tests/support/ok-value.ts'
import { type BenchRow, ms, rowsOf } from './bench-row.ts'
import { median, timeCalls } from './timing.ts'

const goal = 150

/** From asking a local engine that cannot be used to ranked causes: connecting, probes and the other candidates. */
export function benchDiagnosis(): Promise<BenchRow[]> {
  return rowsOf('a local diagnosis', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gw-'))
    try {
      await leaveStaleSocket(join(folder, 'stale.sock'))
      return [
        await benchCase('diagnosis of a socket that is missing', join(folder, 'missing.sock')),
        await benchCase('diagnosis of a socket nobody listens on', join(folder, 'stale.sock')),
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function benchCase(what: string, path: string): Promise<BenchRow> {
  const doctor = createDoctor(nodeSystem())
  let causes = 0
  const times = await timeCalls(15, async () => {
    causes = okValue(await doctor.examineHost(`unix://${path}`)).causes.length
  })
  const ours = median(times)
  return {
    what,
    goal: `≤ ${goal} ms to ranked causes`,
    ours: ms(ours),
    reference: `${causes} ${causes === 1 ? 'cause' : 'causes'} found`,
    used: ours / goal,
  }
}

/** What a killed engine leaves: the file of a socket without a listener. A closed server of Node removes it, so it is moved. */
async function leaveStaleSocket(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(`${path}.live`, resolve))
  await rename(`${path}.live`, path)
  await new Promise((resolve) => server.close(resolve))
}
