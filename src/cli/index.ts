import { problemOf } from '#shared/problem.ts'
import { doctor, doctorUsage } from './doctor.ts'
import { printProblem } from './print-problem.ts'
import { ps, psUsage } from './ps.ts'
import { processTerminal, type Terminal } from './terminal.ts'

const commands = { ps, doctor } as const

const help = `Gangway: the containers of this machine, or exactly why not.

Usage:
  ${psUsage}
      List containers: the running ones, or all of them with --all.
  ${doctorUsage}
      Say whether the engine can be used and, if not, why, with the proof and the ways out.
  gangway --help | --version

Exit codes:
  0 reachable   1 unavailable   2 usage or invalid selector   3 refused or not found   70 unexpected`

/** Runs one command line (without node and script). Returns the exit code. */
export async function main(words: readonly string[], version: string): Promise<number> {
  const terminal = processTerminal()
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || words.includes('--help') || words.includes('-h')) {
    terminal.line(help)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    terminal.line(version)
    return 0
  }
  if (!isCommand(name)) return unknownCommand(name, words.includes('--json'), terminal)
  // Loaded when needed: `--help` is worth no engine code.
  const [{ createApp }, { nodeSystem }] = await Promise.all([import('#main/app.ts'), import('#main/ports/system.ts')])
  const app = await createApp({
    system: nodeSystem(),
    log: { info: () => {}, warn: (text) => terminal.error(text), error: (text) => terminal.error(text) },
    host: 'terminal',
    version,
    openExternal: () => Promise.reject(new Error('the command line opens nothing')),
  })
  try {
    return await commands[name](app, rest, terminal)
  } finally {
    await app.close()
  }
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name)
}

function unknownCommand(name: string, json: boolean, terminal: Terminal): number {
  const detail = `"${name}" is no command`
  return printProblem(problemOf('invalid-request', { name: 'command', detail }), json, terminal, 'gangway --help')
}
