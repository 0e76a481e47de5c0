import type { FixRule } from './fix-rule.ts'

/** The mode is not the usual 0660: give the group its right back. */
export const repairSocketMode: FixRule = {
  id: 'repair-socket-mode',
  mends: ['socket-mode'],
  plan: ({ target, product }) => {
    if (!target) return null
    const group = target.group ?? `gid ${target.gid}`
    const unit = product?.name === 'Docker' && !product.assumed
    const lasting = unit
      ? ' If the mode comes back after a restart, systemctl cat docker.socket shows the SocketMode= that sets it.'
      : ''
    return {
      title: `Let the group ${group} write to the socket`,
      effect: `The socket gets its usual mode 0660 until it is made anew; the members of ${group} may use the engine.${lasting}`,
      risk: 'root-equivalent',
      relogin: false,
      steps: [
        { argv: ['chmod', '0660', target.path], why: 'To connect to a socket is to write to it.', privileged: true },
      ],
      undo: [{ argv: ['chmod', target.mode, target.path], why: '', privileged: true }],
    }
  },
}
