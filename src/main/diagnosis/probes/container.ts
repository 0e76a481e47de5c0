import type { System } from '#main/ports/system.ts'
import type { FindingOf } from '#shared/diagnosis.ts'

/** What a runtime leaves in a container's file system. */
const marks = ['/.dockerenv', '/run/.containerenv']
/** The map of a process outside of any user namespace (user_namespaces(7)): every id is itself. */
export const wholeMap = '0 0 4294967295'
const containerCgroup = /(docker|containerd|kubepods|libpod|lxc|crio)[-/:.]/

/** Does this process run in a container, in a user namespace, or in another sandbox? */
export async function probeContainer(system: System): Promise<FindingOf<'container'>> {
  const [found, cgroup, uidMap, confinement] = await Promise.all([
    Promise.all(marks.map(async (mark) => ((await system.files.stat(mark)).ok ? mark : null))),
    readText(system, '/proc/self/cgroup'),
    readText(system, '/proc/self/uid_map'),
    findConfinement(system),
  ])
  const evidence =
    found.find((mark) => mark !== null) ??
    (system.env.container ? `container=${system.env.container}` : null) ??
    containerCgroup.exec(cgroup ?? '')?.[1] ??
    ''
  const facts = {
    inContainer: evidence !== '',
    evidence,
    // Where there is no /proc there is no user namespace either.
    uidMap: uidMap === null ? wholeMap : uidMap.trim().replaceAll(/[ \t]+/g, ' '),
    confinement,
  }
  const also = confinement.length > 0 ? `; confined by ${confinement.join(', ')}` : ''
  return {
    probe: 'container',
    verdict: facts.inContainer ? 'found' : 'absent',
    summary: `${facts.inContainer ? `this is a container (${evidence})` : 'this is not a container'}${also}`,
    facts,
  }
}

/** Sandboxes other than a container's, a phrase each. */
async function findConfinement(system: System): Promise<string[]> {
  const [label, status, flatpak] = await Promise.all([
    readText(system, '/proc/self/attr/current'),
    readText(system, '/proc/self/status'),
    system.files.stat('/.flatpak-info'),
  ])
  return [
    ...(system.env.SNAP ? [`the snap ${system.env.SNAP_NAME ?? system.env.SNAP}`] : []),
    ...(flatpak.ok ? ['flatpak'] : []),
    ...securityModule(label?.replaceAll('\0', '').trim() ?? ''),
    ...(/^Seccomp:\s*2$/m.test(status ?? '') ? ['a seccomp filter'] : []),
    ...(/^NoNewPrivs:\s*1$/m.test(status ?? '') ? ['no_new_privs'] : []),
  ]
}

/** AppArmor writes `profile (mode)`, SELinux `user:role:type:level`. */
function securityModule(label: string): string[] {
  if (label === '' || label === 'kernel' || label.startsWith('unconfined') || label.includes(':unconfined_t:'))
    return []
  return [label.includes(':') ? `SELinux as ${label}` : `AppArmor profile ${label}`]
}

async function readText(system: System, path: string): Promise<string | null> {
  const text = await system.files.readText(path)
  return text.ok ? text.value : null
}
