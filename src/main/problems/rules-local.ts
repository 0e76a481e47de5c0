import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

/** sun_path with its NUL holds 104 bytes on macOS and 108 elsewhere: a path this long fits nowhere or not everywhere. */
const shortestSocketPathLimit = 103

const socket: ProblemContext = { transport: 'unix' }
const pipe: ProblemContext = { transport: 'npipe' }

function isLocal({ transport }: ProblemContext): boolean {
  return transport === 'unix' || transport === 'npipe'
}

function onDial(code: string) {
  return (evidence: Evidence, context: ProblemContext) =>
    isLocal(context) && evidence.code === code && evidence.syscall === 'connect'
}

/** The error of a connect(2) that failed, as Node words it. */
function dialError(code: string, errno: number, address = '/var/run/docker.sock') {
  return { name: 'Error', message: `connect ${code} ${address}`, errno, code, syscall: 'connect', address }
}

/** The engine's socket or named pipe on this machine. */
export const localRules: Rule[] = [
  {
    code: 'permission-denied',
    when: onDial('EACCES'),
    example: { thrown: dialError('EACCES', -13), context: socket },
  },
  {
    // A seccomp filter; on Windows a pipe that the account may not open.
    code: 'permission-denied',
    when: onDial('EPERM'),
    example: { thrown: dialError('EPERM', -4048, '//./pipe/docker_engine'), context: pipe },
  },
  {
    code: 'socket-missing',
    when: onDial('ENOENT'),
    example: { thrown: dialError('ENOENT', -2), context: socket },
  },
  {
    code: 'not-listening',
    when: onDial('ECONNREFUSED'),
    example: { thrown: dialError('ECONNREFUSED', -111), context: socket },
  },
  {
    // macOS, where Linux says ECONNREFUSED: a plain file stands at the path.
    code: 'not-listening',
    when: onDial('ENOTSOCK'),
    example: { thrown: dialError('ENOTSOCK', -38), context: socket },
  },
  {
    code: 'socket-wrong-type',
    when: onDial('EPROTOTYPE'),
    example: { thrown: dialError('EPROTOTYPE', -91), context: socket },
  },
  {
    // The path may be meant; what stands on it is wrong.
    code: 'socket-path-invalid',
    status: 503,
    when: onDial('ELOOP'),
    example: { thrown: dialError('ELOOP', -40), context: socket },
  },
  {
    code: 'socket-path-invalid',
    status: 503,
    when: onDial('ENOTDIR'),
    example: { thrown: dialError('ENOTDIR', -20), context: socket },
  },
  {
    code: 'socket-path-invalid',
    when: (evidence, context) => onDial('EINVAL')(evidence, context) && evidence.address.includes('\0'),
    example: { thrown: dialError('EINVAL', -22, '/tmp/a\0b'), context: socket },
  },
  {
    // Node 24 says so; Node 20 and 22 cut the path and connect to whatever bears the shorter name.
    code: 'socket-path-too-long',
    when: (evidence, context) =>
      onDial('EINVAL')(evidence, context) && Buffer.byteLength(evidence.address) > shortestSocketPathLimit,
    facts: ({ address }) => ({ bytes: Buffer.byteLength(address) }),
    example: { thrown: dialError('EINVAL', -22, `/srv/${'x'.repeat(110)}/docker.sock`), context: socket },
  },
  {
    code: 'socket-path-too-long',
    when: onDial('ENAMETOOLONG'),
    facts: ({ address }) => ({ bytes: Buffer.byteLength(address) }),
    example: { thrown: dialError('ENAMETOOLONG', -36, `/srv/${'x'.repeat(300)}/docker.sock`), context: socket },
  },
  {
    code: 'socket-path-invalid',
    when: onDial('EINVAL'),
    example: { thrown: dialError('EINVAL', -22), context: socket },
  },
  {
    // systemd's RestrictAddressFamilies=, or a seccomp profile without AF_UNIX.
    code: 'sandbox',
    when: onDial('EAFNOSUPPORT'),
    example: { thrown: dialError('EAFNOSUPPORT', -97), context: socket },
  },
  {
    // The backlog is full: the engine accepts nothing any more.
    code: 'engine-busy',
    when: onDial('EAGAIN'),
    example: { thrown: dialError('EAGAIN', -11), context: socket },
  },
  {
    // Every instance of the pipe is in use.
    code: 'engine-busy',
    when: onDial('EBUSY'),
    example: { thrown: dialError('EBUSY', -4082, '//./pipe/docker_engine'), context: pipe },
  },
  {
    // systemd holds the socket, and drops who connects when it may not start the service behind it.
    code: 'engine-masked',
    when: onDial('ECONNRESET'),
    example: { thrown: dialError('ECONNRESET', -104), context: socket },
  },
]
