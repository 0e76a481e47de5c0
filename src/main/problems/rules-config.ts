import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const schemes = /^(unix|npipe|fd|tcp|tls|https?|ssh)$/

/** Dialled on port 80 though the endpoint does not say so: the port was lost, and HTTP's own took its place. */
function lostItsPort(evidence: Evidence, { transport, endpoint }: ProblemContext): boolean {
  const asked = endpoint && 'port' in endpoint ? endpoint.port : null
  return transport === 'tcp' && evidence.syscall === 'connect' && evidence.port === 80 && asked !== 80
}

function hasStrangeHost({ endpoint }: ProblemContext): boolean {
  return endpoint !== undefined && 'host' in endpoint && /[\s/"'@]/.test(endpoint.host)
}

/** An address that cannot be meant: the signature is what it was taken for. Stands before the rules for what it looks like. */
export const configRules: Rule[] = [
  {
    // A URL, a relative path, or a path with quotes or spaces around it, where a socket's path is due.
    code: 'config-invalid',
    when: ({ code, address }, { transport }) =>
      transport === 'unix' && code === 'ENOENT' && address !== '' && !/^[/\\\0](?:.*\S)?$/s.test(address),
    facts: () => ({ detail: 'it is not the absolute path of a socket' }),
    example: {
      thrown: {
        name: 'Error',
        message: 'connect ENOENT unix:///var/run/docker.sock',
        errno: -2,
        code: 'ENOENT',
        syscall: 'connect',
        address: 'unix:///var/run/docker.sock',
      },
      context: { transport: 'unix' },
    },
  },
  {
    code: 'config-invalid',
    when: (evidence, context) => evidence.code === 'ECONNREFUSED' && lostItsPort(evidence, context),
    facts: () => ({ detail: 'the port is missing, so 80 was tried' }),
    example: {
      thrown: {
        name: 'Error',
        message: 'connect ECONNREFUSED 127.0.0.1:80',
        errno: -111,
        code: 'ECONNREFUSED',
        syscall: 'connect',
        address: '127.0.0.1',
        port: 80,
      },
      context: { transport: 'tcp' },
    },
  },
  {
    // `unix:/path` makes a URL parser take the scheme for a host; a space cuts the name.
    code: 'config-invalid',
    when: ({ syscall, hostname }, context) =>
      syscall === 'getaddrinfo' && (schemes.test(hostname) || hasStrangeHost(context)),
    facts: () => ({ detail: 'it does not hold the name of a server' }),
    example: {
      thrown: {
        name: 'Error',
        message: 'getaddrinfo ENOTFOUND unix',
        errno: -3008,
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
        hostname: 'unix',
      },
      context: { transport: 'tcp' },
    },
  },
  {
    // docker-modem's constructor.
    code: 'config-invalid',
    when: ({ message }) => message.startsWith('DOCKER_HOST env variable should be something like'),
    example: {
      thrown: { name: 'Error', message: 'DOCKER_HOST env variable should be something like tcp://localhost:1234' },
      context: { transport: 'tcp' },
    },
  },
  {
    // docker-modem looks the protocol's module up in a table, and calls what it finds: here for the protocol `tcp`.
    code: 'config-invalid',
    when: ({ name, message }, { transport }) =>
      name === 'TypeError' &&
      transport === 'tcp' &&
      message === "Cannot read properties of undefined (reading 'request')",
    facts: () => ({ detail: 'the protocol is not one that HTTP can use' }),
    example: {
      thrown: { name: 'TypeError', message: "Cannot read properties of undefined (reading 'request')" },
      context: { transport: 'tcp' },
    },
  },
  {
    code: 'config-invalid',
    when: ({ code }) => code === 'ERR_SOCKET_BAD_PORT' || code === 'ERR_INVALID_URL',
    example: {
      thrown: {
        name: 'RangeError',
        message: 'Port should be >= 0 and < 65536. Received type number (99999).',
        code: 'ERR_SOCKET_BAD_PORT',
      },
      context: { transport: 'tcp' },
    },
  },
]
