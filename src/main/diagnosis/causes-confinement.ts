import type { CauseRule, Proof } from './cause-rule.ts'
import { blockingFolder, type Clues, hidesIds, letsPass, ownership, socketTarget } from './clues.ts'

/** What systemd mounts over a socket that `InaccessiblePaths=` names. */
const maskedSocket = '/systemd/inaccessible/'

/** What stands around this process and outranks every mode: a sandbox that says so, ids that mean nothing in here. */
export const confinementRules: readonly CauseRule[] = [
  {
    code: 'sandbox',
    forProblems: ['sandbox', 'permission-denied', 'not-listening'],
    prove: (clues) => {
      const { problem, socket } = clues
      if (socket?.mountedFrom.includes(maskedSocket)) {
        return sandboxed(clues, 'certain', `systemd hides ${socket.path} from this service (InaccessiblePaths=)`)
      }
      if (problem.code === 'sandbox') {
        return sandboxed(clues, 'certain', 'this process may not open unix sockets at all')
      }
      // Modes and ACLs answer EACCES, never EPERM. On Windows EPERM is the pipe's own answer.
      if (problem.facts.code === 'EPERM' && clues.platform !== 'win32') {
        return sandboxed(clues, 'certain', 'the connection was refused with EPERM, which no file mode does')
      }
      return null
    },
  },
  {
    code: 'user-namespace',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const blocked = blockingFolder(clues) ?? socketTarget(clues)
      if (!blocked || !hidesIds(clues, blocked)) return null
      const map = clues.container?.uidMap || 'empty'
      const summary = `${blocked.path} belongs to ids that do not exist in this user namespace (its map is ${map})`
      return { confidence: 'certain', summary, findings: ['socket', 'container'], facts: { path: blocked.path, map } }
    },
  },
]

/** What is left when the modes, the ACL and the groups all say yes. */
export const lastResortRules: readonly CauseRule[] = [
  {
    code: 'sandbox',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const target = socketTarget(clues)
      const folder = blockingFolder(clues)
      if (folder && !hidesIds(clues, folder) && letsPass(clues, folder) === 'yes') {
        return sandboxed(clues, 'likely', `${folder.path} lets you pass (${ownership(folder)}), and still it is closed`)
      }
      if (!target || hidesIds(clues, target)) return null
      if (clues.socket?.kernelAllows) {
        return sandboxed(clues, 'certain', `${target.path} lets you write (${ownership(target)}), and still it refuses`)
      }
      if (clues.socket?.modeAllows && target.acl === 'none') {
        return sandboxed(clues, 'likely', `${target.path} has a mode that lets you write (${ownership(target)})`)
      }
      return null
    },
  },
]

function sandboxed({ container, path }: Clues, confidence: Proof['confidence'], observed: string): Proof {
  const confinement = container?.confinement.join(', ') ?? ''
  const summary = confinement ? `${observed}; this process is confined by ${confinement}` : observed
  return { confidence, summary, findings: ['socket', 'groups', 'container'], facts: { path, confinement } }
}
