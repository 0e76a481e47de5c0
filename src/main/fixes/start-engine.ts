import type { FixStep } from '#shared/fix.ts'
import type { FixRule } from './fix-rule.ts'
import type { Situation } from './situation.ts'

/** The engine that makes this socket is stopped. */
export const startEngine: FixRule = {
  id: 'start-engine',
  mends: ['socket-missing', 'symlink-dangling', 'rootless-not-running', 'stale-socket'],
  plan: (situation) => {
    const { product, groups } = situation
    if (!product) return null
    const [first, ...others] = product.start
    if (!first) return null
    const asWhom =
      product.user !== null && groups && product.user !== groups.uid ? ` Run it as uid ${product.user}.` : ''
    const guess = product.assumed ? ' This helps if that engine was told to make its socket here.' : ''
    return {
      title: `Start ${product.name}`,
      effect: `${product.name} makes its socket anew, and containers with a restart policy start with it.${asWhom}${guess}`,
      risk: 'none',
      relogin: false,
      steps: [...lingerSteps(situation), { ...first, why: `Starts ${product.name}.` }, ...others],
      undo: product.stop,
    }
  },
}

/** Without a login session there is no user manager to start anything in; lingering makes one. */
function lingerSteps({ factsOf, groups, product }: Situation): FixStep[] {
  if (factsOf('rootless-not-running')?.noSession !== true || product?.user === null || !product) return []
  const name = groups?.uid === product.user ? groups.user : null
  const why = 'Starts the services of this user at boot, and keeps them running without a login.'
  return [{ argv: ['loginctl', 'enable-linger', name ?? String(product.user)], why, privileged: true }]
}
