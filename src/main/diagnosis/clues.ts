import type { Finding, FindingOf, GroupFacts, PathComponent, ProbeName, SocketFacts } from '#shared/diagnosis.ts'
import type { Problem } from '#shared/problem.ts'
import { wholeMap } from './probes/container.ts'
import { aclVerdict, modeVerdict } from './rights.ts'

type Facts<P extends ProbeName> = NonNullable<FindingOf<P>['facts']>

/** What a rule may go by: the problem, where it was met, and the facts of each probe that could look. */
export type Clues = {
  problem: Problem
  /** The socket's path as it was dialled; empty where there is none. */
  path: string
  platform: NodeJS.Platform
  /** Gangway came to the path by itself; no variable, context, setting or argument names it. */
  known: boolean
  /** `$XDG_RUNTIME_DIR`, empty where unset. */
  runtimeFolder: string
  socket: SocketFacts | null
  groups: GroupFacts | null
  installed: Facts<'installed'> | null
  container: Facts<'container'> | null
}

type Place = Pick<Clues, 'problem' | 'path' | 'platform' | 'known' | 'runtimeFolder'>

export function readClues(place: Place, findings: readonly Finding[]): Clues {
  const clues: Clues = { ...place, socket: null, groups: null, installed: null, container: null }
  for (const finding of findings) {
    if (finding.probe === 'socket') clues.socket = finding.facts
    else if (finding.probe === 'groups') clues.groups = finding.facts
    else if (finding.probe === 'installed') clues.installed = finding.facts
    else clues.container = finding.facts
  }
  return clues
}

/** A real socket that this process shares no class with but "others": the group decides who gets in. */
export type Outsider = { target: PathComponent; groups: GroupFacts; mode: number }

export function asOutsider(clues: Clues): Outsider | null {
  const { socket, groups } = clues
  const target = socketTarget(clues)
  if (!target || !groups || socket?.decidedBy !== 'other' || hidesIds(clues, target)) return null
  if (socket.modeAllows || socket.kernelAllows) return null
  return { target, groups, mode: modeOf(target) }
}

export function socketTarget({ socket }: Clues): PathComponent | null {
  return socket?.target?.type === 'socket' ? socket.target : null
}

/** The directory before the component that could not be looked at; null where nothing was denied. */
export function blockingFolder({ socket }: Clues): PathComponent | null {
  if (socket?.components.at(-1)?.verdict !== 'denied') return null
  return socket.components.findLast(({ verdict, type }) => verdict === 'found' && type === 'directory') ?? null
}

/** Whether mode and ACL let this process pass a directory; `unknown` where it may have an ACL that cannot be read here. */
export function letsPass({ groups }: Clues, folder: PathComponent): 'yes' | 'no' | 'unknown' {
  if (!groups) return 'unknown'
  const self = { uid: groups.uid, groups: groups.processGroups.map(({ gid }) => gid) }
  const owned = { uid: folder.uid, gid: folder.gid, mode: modeOf(folder) }
  const byAcl = aclVerdict(folder.aclEntries, owned, self, 'search')
  const { allows } = byAcl ?? modeVerdict(owned, self, 'search')
  return allows && byAcl === null && folder.acl !== 'none' ? 'unknown' : allows ? 'yes' : 'no'
}

/** What the kernel shows for an id that has no number in this user namespace (/proc/sys/kernel/overflowuid). */
const overflowId = 65534

export function hidesIds({ container }: Clues, { uid, gid }: PathComponent): boolean {
  return container !== null && container.uidMap !== wholeMap && (uid === overflowId || gid === overflowId)
}

export function modeOf({ mode }: PathComponent): number {
  return Number.parseInt(mode, 8)
}

/** `root:docker (gid 988) with mode 0660`, numbers where an id has no name. */
export function ownership({ uid, gid, owner, group, mode }: PathComponent): string {
  const named = group === null ? `gid ${gid}, which has no name here` : `gid ${gid}`
  return `${owner ?? uid}:${group ?? gid} (${named}) with mode ${mode}`
}

/** `uid 1000 (admin)`. */
export function who({ uid, user }: GroupFacts): string {
  return user === null ? `uid ${uid}, which has no name here` : `uid ${uid} (${user})`
}

/** `docker`, or `988` where the group has no name. */
export function groupName({ gid, group }: PathComponent): string {
  return group ?? String(gid)
}
