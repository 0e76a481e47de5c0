import type { FixRule } from './fix-rule.ts'

/** Something that is not a socket has the socket's name. It may matter to somebody, so it is kept. */
export const moveAside: FixRule = {
  id: 'move-aside',
  mends: ['not-a-socket'],
  plan: ({ target, socket, product }) => {
    if (!target || socket?.mountedFrom !== '') return null
    const aside = `${target.path}.aside`
    const restart = product?.restart ?? []
    return {
      title: `Move ${target.path} aside`,
      effect: `It is kept as ${aside}, and the engine can make its socket again.`,
      risk: restart.length > 0 ? 'interrupts-containers' : 'none',
      relogin: false,
      steps: [
        { argv: ['mv', '--no-clobber', target.path, aside], why: 'Keeps what stands there.', privileged: true },
        ...restart.map((step) => ({ ...step, why: 'Makes the socket.' })),
      ],
      undo: [{ argv: ['mv', '--no-clobber', aside, target.path], why: 'Puts it back.', privileged: true }],
    }
  },
}
