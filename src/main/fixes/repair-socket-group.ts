import type { FixRule } from './fix-rule.ts'

/** Docker found no group docker when it started, and left the socket to root: give it to that group, as Docker would have. */
export const repairSocketGroup: FixRule = {
  id: 'repair-socket-group',
  mends: ['socket-group-wrong'],
  plan: ({ target, groups, product }) => {
    if (!target || product?.name !== 'Docker') return null
    const exists = groups?.dockerGroup !== null
    const create = {
      argv: ['groupadd', '--system', 'docker'],
      why: 'Docker looks for it at every start.',
      privileged: true,
    }
    return {
      title: 'Give the socket to the group docker',
      effect: `The members of docker may use the engine${exists ? '' : '; add yourself to it afterwards'}. Docker does the same at its next start, now that the group is there.`,
      risk: 'root-equivalent',
      relogin: false,
      steps: [
        ...(exists ? [] : [create]),
        { argv: ['chgrp', 'docker', target.path], why: 'Works at once, without a restart.', privileged: true },
      ],
      undo: [
        { argv: ['chgrp', target.group ?? String(target.gid), target.path], why: '', privileged: true },
        ...(exists ? [] : [{ argv: ['groupdel', 'docker'], why: '', privileged: true }]),
      ],
    }
  },
}
