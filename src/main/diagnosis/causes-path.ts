import type { CauseRule } from './cause-rule.ts'
import { blockingFolder, hidesIds, letsPass, ownership, who } from './clues.ts'

/** Bytes: more fit no directory entry (NAME_MAX). */
const maxNameBytes = 255

/** What is wrong with the way to the socket, or with what stands at its end. */
export const pathRules: readonly CauseRule[] = [
  {
    code: 'socket-path-too-long',
    forProblems: ['socket-path-too-long', 'socket-missing'],
    prove: ({ problem, path, platform }) => {
      const given = path || String(problem.facts.address ?? '')
      const bytes = Buffer.byteLength(given)
      const limit = platform === 'darwin' ? 103 : 107
      const longName = given.split('/').some((name) => Buffer.byteLength(name) > maxNameBytes)
      if (bytes <= limit && !longName) return null
      const summary = `the path has ${bytes} bytes, and a socket's address holds ${limit}`
      return { confidence: 'certain', summary, findings: [], facts: { path: given, bytes, limit } }
    },
  },
  {
    code: 'socket-path-invalid',
    forProblems: ['socket-path-invalid', 'socket-missing'],
    prove: ({ problem, path, socket }) => {
      const last = socket?.components.at(-1)
      if (last?.errno === 'ELOOP' || last?.errno === 'ENOTDIR') {
        const summary =
          last.errno === 'ELOOP'
            ? `${last.path} is a link in a circle of links`
            : `${parentOf(last.path)} is not a directory, so ${last.path} cannot be in it`
        return { confidence: 'certain', summary, findings: ['socket'], facts: { path, errno: last.errno } }
      }
      if (problem.code !== 'socket-path-invalid') return null
      const summary = 'the path cannot be one: it is not absolute, or holds characters that no path may hold'
      return { confidence: 'likely', summary, findings: [], facts: path ? { path } : {} }
    },
  },
  {
    code: 'socket-is-directory',
    forProblems: ['not-listening', 'permission-denied'],
    prove: ({ socket }) => {
      const target = socket?.target
      if (target?.type !== 'directory') return null
      const summary = `${target.path} is a directory (${ownership(target)}), not a socket`
      const mounted = socket?.mountedFrom !== ''
      return { confidence: 'certain', summary, findings: ['socket'], facts: { path: target.path, mounted } }
    },
  },
  {
    code: 'not-a-socket',
    forProblems: ['not-listening', 'permission-denied'],
    prove: ({ socket }) => {
      const target = socket?.target
      if (target?.type !== 'file' && target?.type !== 'fifo' && target?.type !== 'device') return null
      const kind = { file: 'regular file', fifo: 'named pipe', device: 'device' }[target.type]
      const summary = `${target.path} is a ${kind} (${ownership(target)}), not a socket`
      return { confidence: 'certain', summary, findings: ['socket'], facts: { path: target.path, type: target.type } }
    },
  },
  {
    code: 'path-not-searchable',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const folder = blockingFolder(clues)
      const { groups } = clues
      if (!folder || !groups || hidesIds(clues, folder)) return null
      const passable = letsPass(clues, folder)
      // Mode and ACL let us pass, and the kernel does not: that is a sandbox's doing.
      if (passable === 'yes') return null
      const summary = `${folder.path} belongs to ${ownership(folder)} and does not let ${who(groups)} pass`
      const facts = { folder: folder.path, folderUid: folder.uid, folderMode: folder.mode, path: clues.path }
      return { confidence: passable === 'no' ? 'certain' : 'likely', summary, findings: ['socket', 'groups'], facts }
    },
  },
]

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}
