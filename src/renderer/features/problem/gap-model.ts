import type { Diagnosis, GroupFacts, NamedGroup, PathComponent, SocketFacts } from '#shared/diagnosis.ts'

/** One line of the permission gap: what the socket asks for, what you have, and whether that lets you in. */
export type GapRow = { name: string; socket: string; you: string; opens: boolean }

/** What a probe found out, or null where it did not look. */
export function socketFacts(diagnosis: Diagnosis): SocketFacts | null {
  return diagnosis.findings.find((finding) => finding.probe === 'socket')?.facts ?? null
}

export function groupFacts(diagnosis: Diagnosis): GroupFacts | null {
  return diagnosis.findings.find((finding) => finding.probe === 'groups')?.facts ?? null
}

/** The socket beside this process, one line for each class of its mode. Empty where there is no socket to compare with. */
export function permissionGap(socket: SocketFacts | null, groups: GroupFacts | null): GapRow[] {
  const target = socket?.target
  if (!target || !groups) return []
  const mayWrite = (shift: number) => ((Number.parseInt(target.mode, 8) >> shift) & 2) !== 0
  const rows: GapRow[] = [
    {
      name: 'owner',
      socket: `${named(target.owner, target.uid)} ${writes(mayWrite(6))}`,
      you: named(groups.user, groups.uid),
      opens: groups.uid === target.uid && mayWrite(6),
    },
    {
      name: 'group',
      socket: `${named(target.group, target.gid)} ${writes(mayWrite(3))}`,
      you: groupNames(groups.processGroups),
      opens: groups.inProcess && mayWrite(3),
    },
    { name: 'others', socket: writes(mayWrite(0)), you: 'everyone', opens: mayWrite(0) },
  ]
  if (target.acl === 'present') {
    const entries = target.aclEntries.join(', ') || 'present, not readable here'
    rows.push({ name: 'ACL', socket: entries, you: named(groups.user, groups.uid), opens: socket.kernelAllows })
  }
  return groups.socketGroup ? [...rows, membershipRow(groups.socketGroup, groups)] : rows
}

/** Who knows of the membership: a login made now, and this app, which keeps the groups it was started with. */
function membershipRow(group: NamedGroup, groups: GroupFacts): GapRow {
  return {
    name: 'membership',
    socket: group.name === null ? `gid ${group.gid} has no name here` : `${named(group.name, group.gid)} exists here`,
    you: `user database: ${yesNo(groups.inDatabase)} · this app: ${yesNo(groups.inProcess)}`,
    opens: groups.inProcess,
  }
}

/** `docker (988)`, or the number alone where it has no name here. */
function named(name: string | null, id: number): string {
  return name === null ? `${id}` : `${name} (${id})`
}

function groupNames(groups: readonly NamedGroup[]): string {
  return groups.map((group) => named(group.name, group.gid)).join(', ')
}

function yesNo(holds: boolean): string {
  return holds ? 'yes' : 'no'
}

function writes(may: boolean): string {
  return may ? 'may write' : 'may not write'
}

/** One line for each component of the path, from the root down. */
export function pathLine(component: PathComponent): { what: string; rights: string; ends: boolean } {
  const { verdict, errno, type, linkTarget, owner, uid, group, gid, mode } = component
  if (verdict !== 'found') {
    const what = { missing: 'does not exist', denied: 'may not be looked at', unreadable: 'could not be read' }[verdict]
    return { what: errno ? `${what} (${errno})` : what, rights: '', ends: true }
  }
  return {
    what: linkTarget ? `${type} to ${linkTarget}` : type,
    rights: `${named(owner, uid)} : ${named(group, gid)} ${mode}`,
    ends: false,
  }
}
