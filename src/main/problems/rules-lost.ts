import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const hangUp = { name: 'Error', message: 'socket hang up', code: 'ECONNRESET' }
const readReset = { name: 'Error', message: 'read ECONNRESET', errno: -104, code: 'ECONNRESET', syscall: 'read' }

/** The peer closed an established connection in order, before it answered: Node's own words for it. */
function isHangUp({ code, message }: Evidence): boolean {
  return code === 'ECONNRESET' && message === 'socket hang up'
}

function isBroken({ code, syscall }: Evidence): boolean {
  return syscall !== 'connect' && /^(ECONNRESET|EPIPE|ECONNABORTED|ENOTCONN|ETIMEDOUT)$/.test(code)
}

function inPhase(...phases: ProblemContext['phase'][]) {
  return ({ phase }: ProblemContext) => phases.includes(phase)
}

const beforeReply = inPhase('connect', 'handshake', 'headers')

function isOverNetwork({ transport }: ProblemContext): boolean {
  return transport === 'tcp' || transport === 'tls'
}

/** Connections that were established, and ended too early. */
export const lostRules: Rule[] = [
  {
    code: 'connection-closed-early',
    when: ({ message }) => message.startsWith('Client network socket disconnected before secure TLS connection'),
    example: {
      thrown: {
        name: 'Error',
        message: 'Client network socket disconnected before secure TLS connection was established',
        code: 'ECONNRESET',
        path: null,
        host: 'localhost',
        port: '2376',
      },
      context: { transport: 'tls' },
    },
  },
  {
    code: 'connection-closed-early',
    when: (evidence, context) => isHangUp(evidence) && beforeReply(context),
    example: { thrown: hangUp, context: { transport: 'unix', phase: 'headers' } },
  },
  {
    // No phase, so not from our transport: docker-modem's timeouts destroy the request, which then hangs up by itself.
    code: 'timeout-handshake',
    when: (evidence, { transport, phase }) => isHangUp(evidence) && phase === undefined && transport === 'tls',
    example: { thrown: hangUp, context: { transport: 'tls' } },
  },
  {
    code: 'timeout-response',
    when: (evidence, { transport, phase }) => isHangUp(evidence) && phase === undefined && transport !== 'ssh',
    example: { thrown: hangUp, context: { transport: 'tcp' } },
  },
  {
    code: 'connection-lost',
    when: (evidence, context) => isBroken(evidence) && context.transport !== 'ssh' && inPhase('stream')(context),
    example: { thrown: readReset, context: { transport: 'tcp', phase: 'stream' } },
  },
  {
    // `aborted` comes from a response whose headers were there; without a phase it is a stream that was being followed.
    code: 'connection-lost',
    when: ({ code, message }, { transport, phase }) =>
      code === 'ECONNRESET' && message === 'aborted' && phase !== 'body' && transport !== 'ssh',
    example: { thrown: { name: 'Error', message: 'aborted', code: 'ECONNRESET' }, context: { transport: 'unix' } },
  },
  {
    code: 'connection-reset',
    when: (evidence, context) => isBroken(evidence) && isOverNetwork(context) && beforeReply(context),
    example: { thrown: readReset, context: { transport: 'tcp', phase: 'headers' } },
  },
  {
    code: 'connection-lost-midbody',
    when: (evidence, context) => isBroken(evidence) && (isOverNetwork(context) || inPhase('body')(context)),
    example: { thrown: readReset, context: { transport: 'tcp' } },
  },
  {
    // Also how a socket-activated engine fails to start: systemd accepted the connection for it.
    code: 'connection-lost',
    when: (evidence, { transport }) => isBroken(evidence) && transport !== 'ssh',
    example: { thrown: readReset, context: { transport: 'unix' } },
  },
]
