import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const tcp: ProblemContext = { transport: 'tcp' }

function isNetwork({ transport }: ProblemContext): boolean {
  return transport === 'tcp' || transport === 'tls'
}

function onDial(...codes: string[]) {
  return (evidence: Evidence, context: ProblemContext) =>
    isNetwork(context) && evidence.syscall === 'connect' && codes.includes(evidence.code)
}

/** The error of a TCP connection that failed, as Node words it; the local end is named where none could be chosen. */
function dialError(code: string, errno: number, local = '') {
  const message = `connect ${code} 10.9.9.2:2375${local}`
  return { name: 'Error', message, errno, code, syscall: 'connect', address: '10.9.9.2', port: 2375 }
}

/** The network between here and the engine, up to the established connection. */
export const networkRules: Rule[] = [
  {
    code: 'connection-refused',
    when: onDial('ECONNREFUSED'),
    example: {
      thrown: {
        name: 'AggregateError',
        message: '',
        code: 'ECONNREFUSED',
        errors: [
          {
            message: 'connect ECONNREFUSED ::1:2375',
            errno: -111,
            code: 'ECONNREFUSED',
            syscall: 'connect',
            address: '::1',
            port: 2375,
          },
          dialError('ECONNREFUSED', -111),
        ],
      },
      context: tcp,
    },
  },
  {
    code: 'connection-reset',
    when: onDial('ECONNRESET', 'ECONNABORTED'),
    example: { thrown: dialError('ECONNRESET', -104), context: tcp },
  },
  {
    // Not a socket's mode: a `prohibit` route, or a firewall on this machine.
    code: 'blocked-by-policy',
    when: onDial('EACCES', 'EPERM'),
    example: { thrown: dialError('EACCES', -13, ' - Local (0.0.0.0:0)'), context: tcp },
  },
  {
    code: 'host-unreachable',
    when: onDial('EHOSTUNREACH', 'EHOSTDOWN'),
    example: { thrown: dialError('EHOSTUNREACH', -113), context: tcp },
  },
  {
    // EINVAL is a `blackhole` route; the last two are an IPv6 address on a machine without IPv6.
    code: 'network-unreachable',
    when: onDial('ENETUNREACH', 'ENETDOWN', 'EINVAL', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'),
    example: { thrown: dialError('ENETUNREACH', -101, ' - Local (0.0.0.0:0)'), context: tcp },
  },
  {
    code: 'timeout-connect',
    when: onDial('ETIMEDOUT'),
    example: { thrown: dialError('ETIMEDOUT', -110), context: tcp },
  },
  {
    code: 'dns-not-found',
    when: ({ syscall, code }) => syscall === 'getaddrinfo' && /^(ENOTFOUND|ENODATA|EAI_NO)/.test(code),
    example: {
      thrown: {
        name: 'Error',
        message: 'getaddrinfo ENOTFOUND engine.example',
        errno: -3008,
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
        hostname: 'engine.example',
      },
      context: tcp,
    },
  },
  {
    // c-ares, which Node asks through `dns.resolve`: it knows a timeout from a failure, getaddrinfo does not.
    code: 'dns-timeout',
    when: ({ syscall, code }) => syscall.startsWith('query') && code === 'ETIMEOUT',
    example: {
      thrown: {
        name: 'Error',
        message: 'queryA ETIMEOUT engine.example',
        code: 'ETIMEOUT',
        syscall: 'queryA',
        hostname: 'engine.example',
      },
      context: tcp,
    },
  },
  {
    code: 'dns-not-found',
    when: ({ syscall, code }) => syscall.startsWith('query') && (code === 'ENOTFOUND' || code === 'ENODATA'),
    example: {
      thrown: {
        name: 'Error',
        message: 'queryA ENODATA engine.example',
        code: 'ENODATA',
        syscall: 'queryA',
        hostname: 'engine.example',
      },
      context: tcp,
    },
  },
  {
    code: 'dns-temporary',
    when: ({ syscall }) => syscall === 'getaddrinfo' || syscall.startsWith('query'),
    example: {
      thrown: {
        name: 'Error',
        message: 'getaddrinfo EAI_AGAIN engine.example',
        errno: -3001,
        code: 'EAI_AGAIN',
        syscall: 'getaddrinfo',
        hostname: 'engine.example',
      },
      context: tcp,
    },
  },
]
