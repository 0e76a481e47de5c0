import type { ProblemCode } from '#shared/problem.ts'
import type { Evidence } from './evidence.ts'
import type { Rule } from './rule.ts'
import { TransportFault, type TransportFaultKind, transportFaultKinds } from './transport-fault.ts'

/** What each fault of our own transport is called; a new kind does not compile without a row. */
const faultCodes: Record<TransportFaultKind, ProblemCode> = {
  'timeout-connect': 'timeout-connect',
  'timeout-handshake': 'timeout-handshake',
  'timeout-response': 'timeout-response',
  'timeout-body': 'timeout-body',
  'truncated-body': 'connection-lost-midbody',
  'stream-ended': 'connection-lost',
  'body-too-large': 'body-too-large',
  'content-encoding': 'garbled-reply',
  redirect: 'not-docker',
  'not-json': 'garbled-reply',
  'not-array': 'not-docker',
  'empty-reply': 'garbled-reply',
  'html-reply': 'not-docker',
  'ping-not-docker': 'not-docker',
  'path-too-long': 'socket-path-too-long',
  'path-invalid': 'socket-path-invalid',
  'version-too-old-engine': 'api-client-too-new',
  'upgrade-refused': 'upgrade-refused',
  'transport-unavailable': 'transport-unavailable',
  'container-gone': 'not-found',
}

function faultRule(kind: TransportFaultKind): Rule {
  return {
    code: faultCodes[kind],
    when: (evidence) => evidence.faultKind === kind,
    example: { thrown: new TransportFault(kind), context: { transport: 'unix' } },
  }
}

function isAbort({ name, code }: Evidence): boolean {
  return name === 'AbortError' || code === 'ABORT_ERR'
}

/** `AbortSignal.timeout` aborts too, but nobody cancelled: somebody's deadline passed. */
function isDeadline(evidence: Evidence): boolean {
  if (evidence.name === 'TimeoutError') return true
  return isAbort(evidence) && evidence.nested[0]?.name === 'TimeoutError'
}

/** Cancellation, deadlines and limits on this side of the connection. */
export const ownRules: Rule[] = [
  {
    code: 'timeout-connect',
    when: (evidence, { phase }) => isDeadline(evidence) && phase === 'connect',
    example: {
      thrown: { name: 'TimeoutError', message: 'The operation was aborted due to timeout', code: 23 },
      context: { transport: 'tcp', phase: 'connect' },
    },
  },
  {
    code: 'timeout-handshake',
    when: (evidence, { phase }) => isDeadline(evidence) && phase === 'handshake',
    example: {
      thrown: { name: 'TimeoutError', message: 'The operation was aborted due to timeout', code: 23 },
      context: { transport: 'tls', phase: 'handshake' },
    },
  },
  {
    code: 'timeout-body',
    when: (evidence, { phase }) => isDeadline(evidence) && (phase === 'body' || phase === 'stream'),
    example: {
      thrown: { name: 'TimeoutError', message: 'The operation was aborted due to timeout', code: 23 },
      context: { transport: 'tcp', phase: 'body' },
    },
  },
  {
    code: 'timeout-response',
    when: isDeadline,
    example: {
      thrown: {
        name: 'AbortError',
        message: 'The operation was aborted',
        code: 'ABORT_ERR',
        cause: { name: 'TimeoutError', message: 'The operation was aborted due to timeout', code: 23 },
      },
      context: { transport: 'unix' },
    },
  },
  {
    code: 'cancelled',
    when: isAbort,
    example: {
      thrown: { name: 'AbortError', message: 'The operation was aborted', cause: 'my deadline', code: 'ABORT_ERR' },
      context: { transport: 'tcp' },
    },
  },
  {
    code: 'connection-lost',
    when: ({ faultKind }, { phase }) => faultKind === 'truncated-body' && phase === 'stream',
    example: { thrown: new TransportFault('truncated-body'), context: { transport: 'unix', phase: 'stream' } },
  },
  ...transportFaultKinds.map(faultRule),
  {
    code: 'client-fd-exhausted',
    when: ({ code }) => code === 'EMFILE' || code === 'ENFILE',
    example: {
      thrown: {
        name: 'Error',
        message: 'connect EMFILE /var/run/docker.sock',
        errno: -24,
        code: 'EMFILE',
        syscall: 'connect',
        address: '/var/run/docker.sock',
      },
      context: { transport: 'unix' },
    },
  },
]
