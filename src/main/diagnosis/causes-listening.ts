import type { CauseRule } from './cause-rule.ts'
import { socketTarget } from './clues.ts'

/** Nothing is at the path, or nobody listens on what is. */
export const listeningRules: readonly CauseRule[] = [
  {
    code: 'socket-wrong-type',
    forProblems: ['socket-wrong-type'],
    prove: ({ path }) => ({
      confidence: 'certain',
      summary: `${path} is a socket of another kind, which belongs to another program`,
      findings: ['socket'],
      facts: { path },
    }),
  },
  {
    code: 'stale-mount',
    forProblems: ['not-listening'],
    prove: (clues) => {
      const target = socketTarget(clues)
      // The kernel marks the root of a mount whose file was since removed.
      if (!target || !clues.socket?.mountedFrom.endsWith('//deleted')) return null
      const summary = `${target.path} is mounted from a socket that was removed since: the engine has made a new one`
      return { confidence: 'certain', summary, findings: ['socket'], facts: { path: target.path } }
    },
  },
  {
    code: 'stale-socket',
    forProblems: ['not-listening'],
    prove: (clues) => {
      const target = socketTarget(clues)
      if (!target) return null
      const summary = `${target.path} is a socket on which nobody listens`
      return { confidence: 'certain', summary, findings: ['socket'], facts: { path: target.path } }
    },
  },
  {
    code: 'symlink-dangling',
    forProblems: ['socket-missing'],
    prove: ({ socket }) => {
      const last = socket?.components.at(-1)
      if (last?.verdict !== 'missing' || last.via === '') return null
      const link = socket?.components.find(({ path }) => path === last.via)
      const target = link?.linkTarget ?? last.path
      const summary = `${last.via} is a link to ${target}, and ${last.path} does not exist`
      return {
        confidence: 'certain',
        summary,
        findings: ['socket'],
        facts: { link: last.via, target, missing: last.path },
      }
    },
  },
  {
    code: 'rootless-not-running',
    forProblems: ['socket-missing'],
    prove: ({ path, runtimeFolder, socket }) => {
      const last = socket?.components.at(-1)
      const uid = /^\/run\/user\/(\d+)\//.exec(path)?.[1]
      const own = runtimeFolder !== '' && path.startsWith(`${runtimeFolder}/`)
      if (last?.verdict !== 'missing' || !(uid || own)) return null
      const folder = uid ? `/run/user/${uid}` : runtimeFolder
      const noSession = last.path === folder || folder.startsWith(`${last.path}/`)
      const summary = noSession
        ? `${folder} does not exist: ${uid ? `uid ${uid}` : 'this user'} has no login session, so no engine of theirs can run`
        : `${last.path} does not exist: no rootless engine runs for ${uid ? `uid ${uid}` : 'this user'}`
      const facts = { path, folder, noSession, ...(uid ? { uid: Number(uid) } : {}) }
      return { confidence: 'certain', summary, findings: ['socket'], facts }
    },
  },
  {
    code: 'engine-not-installed',
    forProblems: ['socket-missing'],
    prove: ({ known, platform, installed, container }) => {
      if (!known || !installed || container?.inContainer) return null
      // Elsewhere the engine runs in a virtual machine of a product that brings the docker command.
      const engines = platform === 'linux' ? ['dockerd', 'podman'] : ['dockerd', 'podman', 'docker']
      if (installed.binaries.some(({ name, path }) => path !== null && engines.includes(name))) return null
      const summary = `no engine was found on this machine: neither ${engines.join(' nor ')} is installed`
      return { confidence: 'certain', summary, findings: ['installed', 'socket'], facts: {} }
    },
  },
  {
    code: 'socket-missing',
    forProblems: ['socket-missing'],
    prove: ({ path, socket, container }) => {
      const missing = socket?.components.at(-1)
      if (socket && missing?.verdict !== 'missing') return null
      const summary = container?.inContainer
        ? `${missing?.path ?? path} does not exist in this container: nothing is mounted there, or no engine runs in here`
        : `${missing?.path ?? path} does not exist: no engine has made its socket there`
      const inContainer = container?.inContainer ?? false
      return { confidence: 'certain', summary, findings: socket ? ['socket'] : [], facts: { path, inContainer } }
    },
  },
]
