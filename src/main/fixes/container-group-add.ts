import type { FixRule } from './fix-rule.ts'

/** The container has to be made with the number of the socket's group; a running one cannot gain it. */
export const containerGroupAdd: FixRule = {
  id: 'container-group-add',
  mends: ['container-lacks-group'],
  plan: ({ target, path }) => {
    if (!target) return null
    const gid = String(target.gid)
    return {
      title: `Start this container with the group ${gid}`,
      effect: `Re-create the container with its usual options and this one more; in a compose file: group_add: ["${gid}"]. The number is the host's: elsewhere it differs.${target.gid === 0 ? " Group 0 is root's: files of root's group open with it." : ''}`,
      risk: 'root-equivalent',
      relogin: false,
      steps: [
        {
          argv: ['docker', 'run', '--group-add', gid, '--volume', `${path}:${path}`, 'IMAGE'],
          why: 'On the host, with the image and the options of this container in place of IMAGE.',
          privileged: false,
        },
      ],
      undo: [],
    }
  },
}
