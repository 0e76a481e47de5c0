import type { ContainerSet } from './container-set.ts'
import { createRandom } from './random.ts'

/** Lets something happen to a container every `every` milliseconds, as on a machine in use. Answers what ends it. */
export function stir(containers: ContainerSet, seed: number, every = 2500): () => void {
  const random = createRandom(seed)
  const timer = setInterval(() => {
    const all = containers.list()
    if (all.length === 0) return
    const { id, state, health } = random.pick(all)
    if (state === 'paused') containers.unpause(id)
    else if (state !== 'running') containers.start(id)
    else if (health === 'none') containers.stop(id)
    else containers.setHealth(id, health === 'healthy' ? 'unhealthy' : 'healthy')
  }, every)
  return () => clearInterval(timer)
}
