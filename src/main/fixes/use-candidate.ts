import { endpointText } from '#shared/endpoint-text.ts'
import type { FixRule } from './fix-rule.ts'

/** Another engine of this machine answers already. */
export const useCandidate: FixRule = {
  id: 'use-candidate',
  mends: 'any',
  plan: ({ candidates }) => {
    const working = candidates.find(({ verdict, current }) => verdict === 'works' && !current)
    if (!working) return null
    const address = endpointText(working.endpoint)
    return {
      title: `Use ${working.from}, which answers`,
      effect: `Gangway lists the containers of ${address} instead; it may be another engine, with other containers. Choose it among the places where Gangway looked, or set DOCKER_HOST=${address}.`,
      risk: 'none',
      relogin: false,
      steps: [],
      undo: [],
    }
  },
}
