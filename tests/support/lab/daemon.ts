import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askApi } from './api.ts'
import { removeCgroups } from './cgroups.ts'
import { endNamespace, mountNamespace } from './processes.ts'

export type DaemonSpec = {
  /** The command, once its folder is known; it must listen on `${folder}/docker.sock`. */
  command(folder: string): { argv: [string, ...string[]]; environment?: Record<string, string> }
  /** Folders of the machine it would write to; it sees empty ones of its own in their place. */
  hides: string[]
  /** Files in its folder that a killed one leaves and the next one would believe. */
  stale?: string[]
  /** Cgroups it leaves behind beside the one named after its folder. */
  cgroups?: string[]
}

export type Daemon = {
  folder: string
  socket: string
  /** Of the running daemon; 0 while there is none. */
  readonly pid: number
  /** Ends it in order (SIGTERM) and waits: it removes its socket, or not, as it does on a real machine. */
  halt(): Promise<void>
  /** Ends it with SIGKILL: the socket's file stays. */
  kill(): Promise<void>
  /** Starts it again after `halt` or `kill`, with what it had, and waits until it answers. */
  start(): Promise<void>
  /** SIGSTOP: it accepts connections, and says nothing. */
  freeze(): void
  thaw(): void
  /** Ends it and all it has started, and removes every trace. */
  stop(): Promise<void>
}

/** Milliseconds until a daemon must answer, and until it must have ended. */
const patience = 30_000

/**
 * Starts a real daemon in network and mount namespaces of its own: its bridges, firewall rules and mounts are not the
 * machine's, and vanish with it. Should the tests be killed, it is told to end (`setpriv --pdeathsig`).
 */
export async function startDaemon(spec: DaemonSpec): Promise<Daemon> {
  // Short, because a socket's path holds 107 bytes at most.
  const folder = mkdtempSync(join(tmpdir(), 'gw-'))
  const socket = join(folder, 'docker.sock')
  let running = { pid: 0, exited: Promise.resolve(), namespace: '' }
  const end = async (signal: NodeJS.Signals) => {
    if (running.pid === 0) return
    process.kill(running.pid, 'SIGCONT')
    process.kill(running.pid, signal)
    const late = sleep(patience, 'late', { ref: false })
    if ((await Promise.race([running.exited, late])) === 'late') throw new Error(`no end after ${signal}: ${folder}`)
  }
  const endRest = async () => {
    if (running.namespace) await endNamespace(running.namespace)
  }
  const daemon: Daemon = {
    folder,
    socket,
    get pid() {
      return running.pid
    },
    halt: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start: async () => {
      await endRest()
      for (const file of spec.stale ?? []) await rm(join(folder, file), { force: true })
      running = await launch(spec, folder)
      await untilReady(socket, running, folder)
      running.namespace = (await mountNamespace(running.pid)) ?? ''
    },
    freeze: () => void process.kill(running.pid, 'SIGSTOP'),
    thaw: () => void process.kill(running.pid, 'SIGCONT'),
    stop: async () => {
      await end('SIGTERM')
      await endRest()
      for (const name of [basename(folder), ...(spec.cgroups ?? [])]) await removeCgroups(name)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  await daemon.start().catch(async (error: unknown) => {
    await daemon.stop()
    throw error
  })
  return daemon
}

const inNamespace = `set -e
for folder in $HIDDEN; do mkdir -p "$folder"; mount -t tmpfs gangway-lab "$folder"; done
exec "$@"`

async function launch(spec: DaemonSpec, folder: string) {
  const { argv, environment } = spec.command(folder)
  const log = openSync(join(folder, 'log'), 'a')
  const wrapper = ['--pdeathsig', 'TERM', 'unshare', '--net', '--mount', 'sh', '-c', inNamespace, 'lab', ...argv]
  const child: ChildProcess = spawn('setpriv', wrapper, {
    stdio: ['ignore', log, log],
    env: { ...process.env, ...environment, HIDDEN: spec.hides.join(' ') },
  })
  closeSync(log)
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(null)).once('error', reject))
  const running = { pid: child.pid ?? 0, exited: Promise.resolve(), namespace: '' }
  running.exited = new Promise((resolve) => {
    child.once('exit', () => {
      running.pid = 0
      resolve()
    })
  })
  return running
}

async function untilReady(socket: string, running: { pid: number }, folder: string): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until && running.pid !== 0; ) {
    const reply = await askApi(socket, 'GET', '/_ping').catch(() => undefined)
    if (reply?.status === 200) return
    await sleep(50)
  }
  const log = await readFile(join(folder, 'log'), 'utf8')
  const what = running.pid === 0 ? 'ended' : 'does not answer'
  throw new Error(`the daemon ${what}:\n${log.split('\n').slice(-20).join('\n')}`)
}
