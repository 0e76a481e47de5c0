import type { CauseRule } from './cause-rule.ts'
import { hidesIds, modeOf, ownership, socketTarget, who } from './clues.ts'
import { type AclVerdict, aclVerdict, groupMayWrite } from './rights.ts'

/** What is wrong with the socket's own ACL and mode: nobody of our class may write, whoever joins it. */
export const rightsRules: readonly CauseRule[] = [
  {
    code: 'socket-acl',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const { socket, groups } = clues
      const target = socketTarget(clues)
      if (!target || !groups || target.acl !== 'present' || socket?.kernelAllows || hidesIds(clues, target)) return null
      const mode = modeOf(target)
      const self = { uid: groups.uid, groups: groups.processGroups.map(({ gid }) => gid) }
      const verdict = aclVerdict(target.aclEntries, { uid: target.uid, gid: target.gid, mode }, self, 'write')
      const facts = { path: target.path, entry: verdict?.entry ?? '', masked: verdict?.masked ?? false }
      const findings = ['socket' as const, 'groups' as const]
      if (verdict === null) {
        // Its entries cannot be read here. It is to blame where the mode alone would let us in.
        if (!socket?.modeAllows) return null
        const summary = `${target.path} has an ACL, and its mode ${target.mode} alone would let you write`
        return { confidence: 'likely', summary, findings, facts }
      }
      const shut = verdict.allows || verdict.decidedBy === 'owner' || verdict.decidedBy === 'other'
      if (!shut)
        return { confidence: 'certain', summary: aclSummary(target.path, verdict, who(groups)), findings, facts }
      if (verdict.decidedBy !== 'other' || groupMayWrite(mode, target.aclEntries)) return null
      const summary = `the ACL of ${target.path} (${target.aclEntries.join(', ')}) keeps its group from writing, too`
      return { confidence: 'likely', summary, findings, facts: { ...facts, masked: true } }
    },
  },
  {
    code: 'socket-mode',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const { socket, groups } = clues
      const target = socketTarget(clues)
      // With an ACL the group bits of the mode are its mask, and `socket-acl` has judged it.
      if (!target || !groups || target.aclEntries.length > 0 || socket?.kernelAllows || hidesIds(clues, target))
        return null
      const mode = modeOf(target)
      const lacks =
        socket?.decidedBy === 'owner'
          ? (mode & 0o200) === 0 && 'its owner'
          : (socket?.decidedBy === 'group' || socket?.decidedBy === 'other') && (mode & 0o020) === 0 && 'its group'
      if (!lacks) return null
      const summary = `${target.path} belongs to ${ownership(target)}: ${lacks} may not write, and to connect is to write`
      const facts = { path: target.path, mode: target.mode, gid: target.gid, group: target.group ?? '' }
      return { confidence: 'certain', summary, findings: ['socket', 'groups'], facts }
    },
  },
]

function aclSummary(path: string, { entry, masked }: AclVerdict, self: string): string {
  return masked
    ? `the ACL of ${path} lets ${self} write (${entry}), but its mask takes that away`
    : `the ACL of ${path} has an entry for ${self} that does not let it write (${entry})`
}
