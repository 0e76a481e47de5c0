import type { FixRule } from './fix-rule.ts'

/** The engine runs, or believes it does, and its socket is dead. */
export const restartEngine: FixRule = {
  id: 'restart-engine',
  mends: ['stale-socket'],
  plan: ({ product }) => {
    if (!product) return null
    return {
      title: `Restart ${product.name}`,
      effect: `${product.name} makes its socket anew. Running containers stop with it, unless live-restore is on.`,
      risk: 'interrupts-containers',
      relogin: false,
      steps: product.restart.map((step) => ({ ...step, why: `Replaces the socket on which nobody listens.` })),
      undo: [],
    }
  },
}
