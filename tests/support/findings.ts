import type { Finding, FindingOf, GroupFacts, PathComponent, ProbeName, SocketFacts } from '#shared/diagnosis.ts'

type Facts<P extends ProbeName> = NonNullable<FindingOf<P>['facts']>

/** Docker's socket as its package makes it, root:docker 0660; the rest as a test says. */
export function component(changes: Partial<PathComponent> = {}): PathComponent {
  return {
    path: '/run/docker.sock',
    verdict: 'found',
    type: 'socket',
    uid: 0,
    gid: 988,
    owner: 'root',
    group: 'docker',
    mode: '0660',
    acl: 'none',
    aclEntries: [],
    via: '',
    linkTarget: '',
    errno: '',
    ...changes,
  }
}

const folder = { type: 'directory', gid: 0, group: 'root', mode: '0755' } as const

/** What the socket probe finds of a target, or of a path that ends early: then the last of `way` says how. */
export function socketFinding(
  target: PathComponent | null,
  changes: Partial<SocketFacts> = {},
  way: readonly PathComponent[] = [component({ ...folder, path: '/' }), component({ ...folder, path: '/run' })],
): Finding {
  const facts: SocketFacts = {
    path: '/var/run/docker.sock',
    components: target ? [...way, target] : [...way],
    target,
    modeAllows: false,
    decidedBy: target ? 'other' : 'none',
    kernelAllows: false,
    mountedFrom: '',
    ...changes,
  }
  return { probe: 'socket', verdict: target ? 'found' : 'absent', summary: '', facts }
}

/** uid 1000 (admin), alone in its own group. */
export function groupsFinding(changes: Partial<GroupFacts> = {}): Finding {
  const own = { gid: 1000, name: 'admin' }
  const facts: GroupFacts = {
    uid: 1000,
    user: 'admin',
    gid: 1000,
    processGroups: [own],
    databaseGroups: [own],
    socketGroup: { gid: 988, name: 'docker' },
    inProcess: false,
    inDatabase: false,
    dockerGroup: { gid: 988, name: 'docker' },
    ...changes,
  }
  return { probe: 'groups', verdict: 'found', summary: '', facts }
}

export function installedFinding(names: readonly string[]): Finding {
  const all = ['dockerd', 'podman', 'docker', 'systemctl', 'setfacl', 'apt-get', 'dnf']
  const binaries = all.map((name) => ({ name, path: names.includes(name) ? `/usr/bin/${name}` : null }))
  return { probe: 'installed', verdict: 'found', summary: '', facts: { binaries } }
}

/** An ordinary process of an ordinary machine. */
export function containerFinding(changes: Partial<Facts<'container'>> = {}): Finding {
  const facts = { inContainer: false, evidence: '', uidMap: '0 0 4294967295', confinement: [], ...changes }
  return { probe: 'container', verdict: facts.inContainer ? 'found' : 'absent', summary: '', facts }
}
