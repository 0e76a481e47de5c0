import type { FixRule } from './fix-rule.ts'

/** The membership is there; only this login does not know of it yet. */
export const newLogin: FixRule = {
  id: 'new-login',
  mends: ['session-predates-group'],
  plan: ({ groups, target }) => {
    if (!groups?.user || !target?.group) return null
    const { user, uid } = groups
    return {
      title: 'Log out and in again',
      effect: `Every process of the new login has the group ${target.group}. Log out of the whole desktop, or end the SSH connection. The commands are for when that is not possible or not enough: one of them will do.`,
      risk: 'none',
      relogin: true,
      steps: [
        {
          argv: ['sg', target.group],
          why: `Opens a shell that has the group ${target.group} now; Gangway started from it has it, too.`,
          privileged: false,
        },
        {
          argv: ['loginctl', 'terminate-user', user],
          why: `Ends every session of ${user}, with all its programs. Save your work first.`,
          privileged: true,
        },
        {
          argv: ['systemctl', 'restart', `user@${uid}.service`],
          why: `Restarts the user manager, which outlives a logout while lingering is on. Ends the services of ${user}.`,
          privileged: true,
        },
      ],
      undo: [],
    }
  },
}
