import { readdir, readFile, readlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** The mount namespace a process lives in; undefined once it is gone. */
export function mountNamespace(pid: number | 'self'): Promise<string | undefined> {
  return readlink(`/proc/${pid}/ns/mnt`).catch(() => undefined)
}

/**
 * Ends every process of a mount namespace and all they have started, containers included, by process id. A daemon of the
 * lab has a namespace of its own, so nothing else can be hit; its mounts go with the last process.
 */
export async function endNamespace(namespace: string): Promise<void> {
  if (namespace === (await mountNamespace('self'))) throw new Error('that would end the tests themselves')
  for (let round = 0; round < 100; round++) {
    const pids = await findProcesses(namespace)
    if (pids.length === 0) return
    for (const pid of pids) endProcess(pid)
    await sleep(20)
  }
  throw new Error(`processes of ${namespace} do not end: ${await findProcesses(namespace)}`)
}

async function findProcesses(namespace: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const seen = await Promise.all(
    pids.map(async (pid) => ({ pid, parent: await parentOf(pid), inside: (await mountNamespace(pid)) === namespace })),
  )
  const found = new Set(seen.filter(({ inside }) => inside).map(({ pid }) => pid))
  // A container's process has a namespace of its own; its parent, the shim or conmon, does not.
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { pid, parent } of seen) if (parent !== undefined && found.has(parent)) found.add(pid)
  }
  return [...found]
}

/** The parent's id; undefined for a process that is gone or only waits to be reaped. */
async function parentOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The second field is the program's name in brackets, which may hold anything.
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return state === undefined || state === '' || state === 'Z' ? undefined : Number(parent)
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}
