import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Session } from '#main/engine/session.ts'
import { watchPath } from '#main/ports/watch-path.ts'
import { ok } from '#shared/result.ts'
import { importBusybox, runContainer } from '#tests/support/lab/containers.ts'
import type { Daemon } from '#tests/support/lab/daemon.ts'
import { startDockerd } from '#tests/support/lab/dockerd.ts'

let dockerd: Daemon
let session: Session

beforeAll(async () => {
  dockerd = await startDockerd()
  await importBusybox(dockerd.socket)
  await runContainer(dockerd.socket, { name: 'survivor' })
  const short = { connect: 1_000, headers: 1_000, body: 2_000 }
  session = new Session({
    resolve: async () => ok({ endpoint: { kind: 'unix', path: dockerd.socket }, from: 'a test' }),
    watchPath,
    limits: { ping: short, list: short },
    times: { gather: 15, resync: 60_000, keepAlive: 300 },
  })
  session.open()
})

afterAll(async () => {
  await session?.close()
  await dockerd?.stop()
})

const patient = { timeout: 30_000, interval: 50 }

async function untilOnline(): Promise<void> {
  await vi.waitFor(() => expect(session.state).toMatchObject({ kind: 'online' }), patient)
}

async function untilOffline(code: string): Promise<void> {
  await vi.waitFor(() => expect(session.state).toMatchObject({ kind: 'offline', problem: { code } }), patient)
}

function names(): (string | undefined)[] {
  return session.rows.list().map((row) => row.names[0])
}

test('a running dockerd is online with its containers', async () => {
  await untilOnline()
  expect(names()).toEqual(['survivor'])
})

test('a dockerd that hangs is found out though its event stream stays open, and is back when it wakes', async () => {
  dockerd.freeze()
  await untilOffline('timeout-response')
  expect(names()).toEqual(['survivor'])
  dockerd.thaw()
  await untilOnline()
})

test('a dockerd that stops takes its socket along, and is back when it starts', async () => {
  await dockerd.halt()
  await untilOffline('socket-missing')
  expect(names()).toEqual(['survivor'])
  await dockerd.start()
  await untilOnline()
  await vi.waitFor(
    () => expect(session.rows.list()[0]).toMatchObject({ names: ['survivor'], state: 'exited' }),
    patient,
  )
})

test('a dockerd that is killed leaves a socket nobody listens on', async () => {
  await dockerd.kill()
  await untilOffline('not-listening')
  await dockerd.start()
  await untilOnline()
  expect(names()).toEqual(['survivor'])
})
