import type { CauseRule } from './cause-rule.ts'
import { asOutsider, type Clues, groupName, type Outsider, ownership, who } from './clues.ts'

const findings = ['socket' as const, 'groups' as const]

/** The socket's group may write, and this process is not in it: which of the two is to change? */
export const groupRules: readonly CauseRule[] = [
  {
    code: 'container-lacks-group',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const outsider = asOutsider(clues)
      if (!outsider || !isFromOutside(clues, outsider)) return null
      const { target, groups } = outsider
      const summary = `${target.path} belongs to ${ownership(target)}, and this container runs as ${who(groups)} without gid ${target.gid}`
      return { confidence: 'certain', summary, findings: [...findings, 'container'], facts: groupFacts(outsider) }
    },
  },
  {
    code: 'socket-group-wrong',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const outsider = asOutsider(clues)
      if (!outsider || isFromOutside(clues, outsider)) return null
      const { target, groups } = outsider
      const { dockerGroup } = groups
      const inDocker = dockerGroup !== null && isMember(outsider, dockerGroup.gid)
      const hasDocker = dockerGroup !== null && dockerGroup.gid !== target.gid
      if (target.gid !== 0 && !(hasDocker && (inDocker || target.group === null) && !groups.inDatabase)) return null
      const other = hasDocker
        ? `while a group docker (gid ${dockerGroup.gid}) exists`
        : 'and there is no group docker here'
      const summary = `${target.path} belongs to ${ownership(target)}, ${other}`
      const facts = { ...groupFacts(outsider), dockerGid: dockerGroup?.gid ?? -1, inDocker }
      return { confidence: target.gid === 0 && inDocker ? 'certain' : 'likely', summary, findings, facts }
    },
  },
  {
    code: 'session-predates-group',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const outsider = asOutsider(clues)
      if (!outsider || isFromOutside(clues, outsider)) return null
      const { target, groups } = outsider
      if (!groups.inDatabase || groups.inProcess) return null
      const summary = `the database has ${who(groups)} in ${groupName(target)} (gid ${target.gid}), but this process was started without it`
      return { confidence: 'certain', summary, findings, facts: groupFacts(outsider) }
    },
  },
  {
    code: 'user-not-in-group',
    forProblems: ['permission-denied'],
    prove: (clues) => {
      const outsider = asOutsider(clues)
      // Nobody is to join root's own group for the sake of a socket.
      if (!outsider || outsider.target.gid === 0 || isFromOutside(clues, outsider)) return null
      const { target, groups } = outsider
      if (groups.inDatabase || groups.inProcess) return null
      const summary = `${target.path} belongs to ${ownership(target)}. You are ${who(groups)}; your groups don't include ${groupName(target)}`
      const confidence = groups.databaseGroups === null ? 'likely' : 'certain'
      return { confidence, summary, findings, facts: groupFacts(outsider) }
    },
  },
]

/**
 * The socket came into this container from outside, so its numbers are the outside's: it is mounted right here, or its
 * group has no name. Names are never compared: an image's `docker` may have another gid, and another group the host's.
 */
function isFromOutside({ container, socket }: Clues, { target }: Outsider): boolean {
  return container?.inContainer === true && (target.group === null || socket?.mountedFrom !== '')
}

function isMember({ groups }: Outsider, gid: number): boolean {
  return [...groups.processGroups, ...(groups.databaseGroups ?? [])].some((group) => group.gid === gid)
}

function groupFacts({ target, groups }: Outsider) {
  return {
    path: target.path,
    user: groups.user ?? '',
    uid: groups.uid,
    group: target.group ?? '',
    gid: target.gid,
    mode: target.mode,
  }
}
