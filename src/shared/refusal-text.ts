import type { CauseCode } from './cause.ts'

/** What is often advised for such a problem, and why not to do it. */
export type Refusal = { id: string; title: string; why: string }

const denied: readonly CauseCode[] = [
  'user-not-in-group',
  'session-predates-group',
  'socket-group-wrong',
  'socket-mode',
  'socket-acl',
  'path-not-searchable',
]

const refusals: readonly (Refusal & { causes: readonly CauseCode[] })[] = [
  {
    id: 'chmod-666',
    title: 'chmod 666 on the socket',
    why: 'It makes every user and every service on this machine root, silently, until the engine restarts.',
    causes: [...denied, 'container-lacks-group'],
  },
  {
    id: 'run-as-root',
    title: 'Run Gangway as root',
    why: 'Every bug in Gangway and in everything it shows would then be a bug with all rights. One right to one socket is enough.',
    causes: [...denied, 'container-lacks-group', 'sandbox'],
  },
  {
    id: 'baked-group',
    title: 'Build the group id into the image',
    why: 'The number differs from host to host: the image works on one machine and fails on the next. Give it when the container starts.',
    causes: ['container-lacks-group'],
  },
  {
    id: 'container-as-root',
    title: 'Run the container as root, or privileged',
    why: 'It opens far more than the one socket that is missing, and files it writes then belong to root.',
    causes: ['container-lacks-group', 'user-namespace'],
  },
  {
    id: 'plain-tcp',
    title: 'Open the engine on TCP port 2375',
    why: 'Nobody is asked who they are there: whoever reaches the port is root on this machine. Use SSH.',
    causes: [...denied, 'container-lacks-group', 'user-namespace', 'sandbox'],
  },
  {
    id: 'setenforce-0',
    title: 'setenforce 0, or AppArmor off',
    why: 'It takes the protection from every program on the machine. Allow the one connection in the one profile.',
    causes: ['sandbox'],
  },
  {
    id: 'rm-rf',
    title: 'rm -rf on the path',
    why: 'If a container has written into the folder, it is lost. rmdir refuses a folder that is not empty.',
    causes: ['socket-is-directory'],
  },
]

/** What we advise against for these causes. */
export function refusalsFor(causes: readonly CauseCode[]): Refusal[] {
  return refusals
    .filter((refusal) => refusal.causes.some((cause) => causes.includes(cause)))
    .map(({ id, title, why }) => ({ id, title, why }))
}
