import type { FixRule } from './fix-rule.ts'

/** A folder stands in the socket's place. rmdir refuses one that holds anything. */
export const removeDirectory: FixRule = {
  id: 'remove-directory',
  mends: ['socket-is-directory'],
  plan: ({ target, socket, product }) => {
    // What is mounted here can only be mended where it is mounted from.
    if (!target || socket?.mountedFrom !== '') return null
    const restart = product?.restart ?? []
    return {
      title: `Remove the empty folder ${target.path}`,
      effect: `The engine can make its socket there again. First stop the container that mounts ${target.path}, or the folder comes back.`,
      risk: restart.length > 0 ? 'interrupts-containers' : 'none',
      relogin: false,
      steps: [
        {
          argv: ['rmdir', target.path],
          why: 'Removes the folder, and refuses if anything is in it.',
          privileged: true,
        },
        ...restart.map((step) => ({ ...step, why: 'Makes the socket.' })),
      ],
      undo: [],
    }
  },
}
