import type { System } from '#main/ports/system.ts'
import type { Finding, FindingOf, PathComponent, SocketFacts } from '#shared/diagnosis.ts'
import { modeVerdict } from '../rights.ts'
import { findMountRoot } from './mount-root.ts'
import { type Step, walkPath } from './walk-path.ts'

/** What stands on the way to the socket and at its end, and may this process write to it? */
export async function probeSocket(system: System, path: string): Promise<FindingOf<'socket'>> {
  const steps = await walkPath(system.files, path)
  const last = steps.at(-1)
  const end = last?.verdict === 'found' ? last : null
  const [components, writable, mountedFrom] = await Promise.all([
    toComponents(system, steps),
    system.files.access(path, 'write'),
    end ? findMountRoot(system.files, end.path) : '',
  ])
  const facts: SocketFacts = {
    path,
    components,
    target: end ? (components.at(-1) ?? null) : null,
    ...modeFacts(system, end),
    kernelAllows: writable.ok,
    mountedFrom,
  }
  return { probe: 'socket', verdict: verdictOf(last), summary: summarize(facts), facts }
}

function modeFacts({ identity }: System, end: Step | null): Pick<SocketFacts, 'modeAllows' | 'decidedBy'> {
  if (!end?.stat || !identity) return { modeAllows: false, decidedBy: 'none' }
  if (identity.overridesModes) return { modeAllows: true, decidedBy: 'root' }
  const verdict = modeVerdict(end.stat, { uid: identity.euid, groups: identity.groups }, 'write')
  return { modeAllows: verdict.allows, decidedBy: verdict.decidedBy }
}

function verdictOf(last: Step | undefined): Finding['verdict'] {
  if (last?.verdict === 'found') return 'found'
  return last?.verdict === 'missing' ? 'absent' : 'unreadable'
}

/** Gives ids their names and reads the ACLs: three programs, side by side, whatever the length of the path. */
async function toComponents(system: System, steps: readonly Step[]): Promise<PathComponent[]> {
  const stats = steps.flatMap(({ stat }) => (stat ? [stat] : []))
  const withAcl = steps.filter(({ stat }) => stat && stat.type !== 'symlink').map(({ path }) => path)
  const [users, groups, acls] = await Promise.all([
    system.users.findUsers(stats.map(({ uid }) => uid)),
    system.users.findGroups(stats.map(({ gid }) => gid)),
    system.acls.read(withAcl),
  ])
  const owners = new Map(users.ok ? users.value.map(({ uid, name }) => [uid, name]) : [])
  const groupNames = new Map(groups.ok ? groups.value.map(({ gid, name }) => [gid, name]) : [])
  return steps.map(({ stat, ...step }) => {
    const acl = acls[withAcl.indexOf(step.path)]
    return {
      ...step,
      type: stat?.type ?? 'unknown',
      uid: stat?.uid ?? -1,
      gid: stat?.gid ?? -1,
      owner: (stat && owners.get(stat.uid)) ?? null,
      group: (stat && groupNames.get(stat.gid)) ?? null,
      mode: stat ? stat.mode.toString(8).padStart(4, '0') : '',
      // A symlink has no ACL of its own.
      acl: stat?.type === 'symlink' ? 'none' : (acl?.presence ?? 'unknown'),
      aclEntries: acl?.entries ?? [],
    }
  })
}

function summarize({ components, target, path }: SocketFacts): string {
  const last = components.at(-1)
  if (target) {
    const acl = target.acl === 'present' ? ', with an ACL' : ''
    return `${target.path} is a ${target.type}, ${target.owner ?? target.uid}:${target.group ?? target.gid} ${target.mode}${acl}`
  }
  switch (last?.verdict) {
    case 'missing':
      return `${last.path} does not exist`
    case 'denied':
      return `${last.path} may not be looked at from here`
    default:
      return `${last?.path ?? path} cannot be followed (${last?.errno ?? 'unknown'})`
  }
}
