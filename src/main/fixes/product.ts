import type { FixStep } from '#shared/fix.ts'

/** A program that makes a socket, and the commands that start and stop it. */
export type Product = {
  name: string
  start: FixStep[]
  stop: FixStep[]
  restart: FixStep[]
  /** The uid whose session it lives in; null for the system's. */
  user: number | null
  /** The path is not one of its own: somebody may have told it to listen there. */
  assumed: boolean
}

type Has = (program: string) => boolean

/** Whose socket a path is. `real` is where its links lead, `given` how it was written. Null where nothing installed makes it. */
export function findProduct(real: string, given: string, has: Has): Product | null {
  for (const path of [real, given]) {
    for (const row of products) {
      const match = row.path.exec(path)
      if (match) return row.product(match, has)
    }
  }
  if (given === '' || !has('dockerd')) return null
  return { ...docker(has), assumed: true }
}

/** Where each product puts its socket. */
const products: readonly { path: RegExp; product(match: RegExpExecArray, has: Has): Product | null }[] = [
  { path: /^\/(?:var\/)?run\/docker\.sock$/, product: (_, has) => (has('dockerd') ? docker(has) : null) },
  {
    path: /^\/run\/user\/(\d+)(?:\/docker\.sock)?$/,
    product: (match) => userUnit('rootless Docker', 'docker.service', match),
  },
  {
    path: /^\/run\/podman(?:\/podman\.sock)?$/,
    product: (_, has) => (has('podman') ? systemUnit('Podman', ['podman.socket']) : null),
  },
  {
    path: /^\/run\/user\/(\d+)\/podman(?:\/podman\.sock)?$/,
    product: (match) => userUnit('rootless Podman', 'podman.socket', match),
  },
  { path: /^\/Users\/.*\/\.docker\/run\//, product: () => simple('Docker Desktop', ['open', '-a', 'Docker'], null) },
  {
    path: /\/\.docker\/(?:desktop|run)(?:\/|$)/,
    product: () =>
      simple(
        'Docker Desktop',
        ['systemctl', '--user', 'start', 'docker-desktop'],
        ['systemctl', '--user', 'stop', 'docker-desktop'],
      ),
  },
  { path: /\/\.?colima(?:\/|$)/, product: () => simple('Colima', ['colima', 'start'], ['colima', 'stop']) },
  { path: /\/\.rd(?:\/|$)/, product: () => simple('Rancher Desktop', ['rdctl', 'start'], ['rdctl', 'shutdown']) },
  { path: /\/\.orbstack(?:\/|$)/, product: () => simple('OrbStack', ['orbctl', 'start'], ['orbctl', 'stop']) },
  {
    path: /\/\.lima\/([^/]+)(?:\/|$)/,
    product: ([, name = '']) => simple(`Lima ${name}`, ['limactl', 'start', name], ['limactl', 'stop', name]),
  },
  {
    path: /^\/\/.*\/pipe\//,
    product: () => simple('Docker Desktop', ['docker', 'desktop', 'start'], ['docker', 'desktop', 'stop']),
  },
]

function docker(has: Has): Product {
  if (has('systemctl')) return systemUnit('Docker', ['docker.socket', 'docker.service'])
  const service = (verb: string) => [{ argv: ['service', 'docker', verb], why: '', privileged: true }]
  return {
    name: 'Docker',
    start: service('start'),
    stop: service('stop'),
    restart: service('restart'),
    user: null,
    assumed: false,
  }
}

function systemUnit(name: string, units: readonly string[]): Product {
  const verb = (word: string) => [{ argv: ['systemctl', word, ...units], why: '', privileged: true }]
  return { name, start: verb('start'), stop: verb('stop'), restart: verb('restart'), user: null, assumed: false }
}

function userUnit(name: string, unit: string, [, uid]: RegExpExecArray): Product {
  const verb = (word: string) => [{ argv: ['systemctl', '--user', word, unit], why: '', privileged: false }]
  return { name, start: verb('start'), stop: verb('stop'), restart: verb('restart'), user: Number(uid), assumed: false }
}

function simple(name: string, start: string[], stop: string[] | null): Product {
  const step = (argv: string[]) => ({ argv, why: '', privileged: false })
  const stopping = stop ? [step(stop)] : []
  return { name, start: [step(start)], stop: stopping, restart: [...stopping, step(start)], user: null, assumed: false }
}
