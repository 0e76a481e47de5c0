import type { FixStep } from '#shared/fix.ts'
import type { FixRule } from './fix-rule.ts'
import type { Situation } from './situation.ts'

/** One entry for one user on the socket itself; gone as soon as the engine makes it anew. */
export const grantAcl: FixRule = {
  id: 'grant-acl',
  mends: ['user-not-in-group', 'session-predates-group', 'socket-group-wrong', 'socket-mode', 'socket-acl'],
  plan: (situation) => {
    const { target, groups } = situation
    if (target?.type !== 'socket' || !groups) return null
    const user = groups.user ?? String(groups.uid)
    return {
      title: `Let only ${user} in, until the socket is made anew`,
      effect: `${user} may use the engine at once, and nobody else gains anything. The entry goes when the socket does: at the next boot, or when docker.socket restarts.`,
      risk: 'root-equivalent',
      relogin: false,
      steps: [
        ...installSteps(situation),
        { argv: ['setfacl', '-m', `u:${user}:rw`, target.path], why: 'Adds one entry for one user.', privileged: true },
      ],
      undo: [{ argv: undoArgv(target.aclEntries, user, target.path), why: '', privileged: true }],
    }
  },
}

/** Where the socket has an ACL already, exactly that one is put back. */
function undoArgv(entries: readonly string[], user: string, path: string): string[] {
  return entries.length > 0 ? ['setfacl', '--set', entries.join(','), path] : ['setfacl', '-x', `u:${user}`, path]
}

function installSteps({ has }: Situation): FixStep[] {
  if (has('setfacl')) return []
  const manager = ['apt-get', 'dnf'].find(has)
  if (!manager) return []
  return [{ argv: [manager, 'install', '-y', 'acl'], why: 'Brings setfacl, which is not here.', privileged: true }]
}
