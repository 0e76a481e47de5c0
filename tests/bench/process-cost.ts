import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** The unit of the times in `/proc/PID/stat` on every Linux that Node runs on (`getconf CLK_TCK`). */
const ticksPerSecond = 100

/** Memory of a process and all its descendants, in bytes: what is shared counts in parts (PSS), so nothing counts twice. */
export async function memoryOf(pid: number): Promise<number> {
  const sizes = await Promise.all(
    (await processTree(pid)).map(async (each) => {
      const rollup = await readFile(`/proc/${each}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
    }),
  )
  return sum(sizes)
}

/** The share of one core that a process and its descendants use during `milliseconds`. */
export async function cpuShareOf(pid: number, milliseconds: number): Promise<number> {
  const before = await ticksOf(pid)
  const began = performance.now()
  await sleep(milliseconds)
  const ticks = (await ticksOf(pid)) - before
  return ticks / ticksPerSecond / ((performance.now() - began) / 1000)
}

async function ticksOf(pid: number): Promise<number> {
  const tree = await processTree(pid)
  const ticks = await Promise.all(
    tree.map(async (each) => {
      const fields = await statFields(each)
      return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
    }),
  )
  return sum(ticks)
}

async function processTree(root: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const parents = await Promise.all(pids.map(async (pid) => ({ pid, parent: Number((await statFields(pid))[1]) })))
  const tree = new Set([root])
  for (let before = 0; before !== tree.size; ) {
    before = tree.size
    for (const { pid, parent } of parents) if (tree.has(parent)) tree.add(pid)
  }
  return [...tree]
}

/** The fields after the program's name, which stands in brackets and may hold anything: state, parent, … */
async function statFields(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
