import { posix } from 'node:path'
import type { FileStat, Files } from '#main/ports/files.ts'
import type { PathComponent } from '#shared/diagnosis.ts'

/** A component before its ids have names and its ACL is read. `stat` is null where the look failed. */
export type Step = Pick<PathComponent, 'path' | 'verdict' | 'errno' | 'linkTarget' | 'via'> & { stat: FileStat | null }

/** As many links as Linux follows (path_resolution(7)). */
const maxLinks = 40

type Segment = { name: string; via: string }

/**
 * Looks at every component of an absolute path as the kernel resolves it: from the root down, links followed, `..` taken
 * after the link before it. Ends at the first component that cannot be looked at, or at the last.
 */
export async function walkPath(files: Files, path: string): Promise<Step[]> {
  const steps: Step[] = [await lookAt(files, '/', '')]
  let pending = segments(path, '')
  let folder = '/'
  let links = 0
  for (let next = pending.shift(); next; next = pending.shift()) {
    if (next.name === '..') {
      folder = posix.dirname(folder)
      continue
    }
    const step = await lookAt(files, joined(folder, next.name), next.via)
    if (step.stat?.type === 'symlink') {
      if (++links > maxLinks) return endOfLoop(steps, step)
      if (step.linkTarget.startsWith('/')) folder = '/'
      pending = [...segments(step.linkTarget, step.path), ...pending]
    } else {
      folder = step.path
    }
    steps.push(step)
    if (step.verdict !== 'found') break
    // `..` does not lead out of a file: the kernel says ENOTDIR before it reads what follows.
    if (step.stat?.type !== 'symlink' && step.stat?.type !== 'directory' && pending[0]) {
      steps.push(await lookAt(files, joined(step.path, pending[0].name), pending[0].via))
      break
    }
  }
  return steps
}

async function lookAt(files: Files, path: string, via: string): Promise<Step> {
  const found = await files.lstat(path)
  if (!found.ok) return { path, verdict: verdictOf(found.errno), errno: found.errno, linkTarget: '', via, stat: null }
  const target = found.value.type === 'symlink' ? await files.readLink(path) : null
  return { path, verdict: 'found', errno: '', linkTarget: target?.ok ? target.value : '', via, stat: found.value }
}

/** Each link of the circle once, and last the one where the kernel gives up. */
function endOfLoop(steps: readonly Step[], last: Step): Step[] {
  const others = steps.filter(({ path }, index) => {
    return path !== last.path && steps.findIndex((other) => other.path === path) === index
  })
  return [...others, { ...last, verdict: 'unreadable', errno: 'ELOOP' }]
}

function verdictOf(errno: string): Step['verdict'] {
  if (errno === 'ENOENT') return 'missing'
  return errno === 'EACCES' || errno === 'EPERM' ? 'denied' : 'unreadable'
}

function segments(path: string, via: string): Segment[] {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .map((name) => ({ name, via }))
}

function joined(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`
}
