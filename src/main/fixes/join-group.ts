import type { FixRule } from './fix-rule.ts'
import type { Situation } from './situation.ts'

/** The permanent way: a member of the socket's group, from the next login on. */
export const joinGroup: FixRule = {
  id: 'join-group',
  mends: ['user-not-in-group', 'socket-group-wrong'],
  plan: (situation) => {
    const group = groupToJoin(situation)
    const user = situation.groups?.user
    if (!group || !user) return null
    return {
      title: `Join the group ${group}`,
      effect: `${user} may use the engine in every new login, for good. Programs that run now keep their old groups.`,
      risk: 'root-equivalent',
      relogin: true,
      steps: [
        {
          argv: ['usermod', '-aG', group, user],
          why: '-a adds; without it every other group of the user would be lost.',
          privileged: true,
        },
      ],
      undo: [{ argv: ['gpasswd', '-d', user, group], why: '', privileged: true }],
    }
  },
}

/** The socket's own group, unless that is the wrong one: then the one it ought to have. Never root's. */
function groupToJoin({ factsOf, groups, target, product }: Situation): string | null {
  const wrong = factsOf('socket-group-wrong')
  if (!wrong) return target?.group ?? null
  if (wrong.inDocker || product?.name !== 'Docker') return null
  return groups?.dockerGroup?.name ?? 'docker'
}
