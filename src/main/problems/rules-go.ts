import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const unix: ProblemContext = { transport: 'unix' }

/** A message alone, with no code and no reply: the words of a Go client such as the docker command. */
function says(words: RegExp) {
  return ({ code, statusCode, message }: Evidence, { transport }: ProblemContext) =>
    transport !== 'ssh' && code === '' && statusCode === null && words.test(message)
}

/** What the docker command prints when it cannot reach an engine, 28 and 29, on Linux and on Windows. */
export const goRules: Rule[] = [
  {
    code: 'permission-denied',
    when: says(
      /permission denied while trying to connect to the docker|dial unix .{0,4096}: permission denied|pipe\/.{0,200}: Access is denied/i,
    ),
    example: {
      thrown:
        'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
      context: unix,
    },
  },
  {
    code: 'socket-missing',
    when: says(/dial unix .{0,4096}: no such file or directory|pipe\/.{0,200}: The system cannot find the file/i),
    example: {
      thrown:
        'failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory',
      context: unix,
    },
  },
  {
    code: 'connection-refused',
    when: says(/dial tcp .{0,4096}: connection refused|Cannot connect to the Docker daemon at tcp:/i),
    example: {
      thrown: 'Cannot connect to the Docker daemon at tcp://127.0.0.1:2375. Is the docker daemon running?',
      context: { transport: 'tcp' },
    },
  },
  {
    code: 'not-listening',
    when: says(/dial unix .{0,4096}: connection refused|Cannot connect to the Docker daemon at (unix|npipe):/i),
    example: {
      thrown: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      context: unix,
    },
  },
]
