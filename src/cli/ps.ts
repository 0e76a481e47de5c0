import type { App } from '#main/app.ts'
import type { Container, Port } from '#shared/container.ts'
import { shortId } from '#shared/short-id.ts'
import { readArguments, readSource } from './arguments.ts'
import { exitCode } from './exit-code.ts'
import { printProblem } from './print-problem.ts'
import { columns, type Terminal } from './terminal.ts'

export const psUsage = 'gangway ps [--source local|UUID] [--all] [--json]'

const options = {
  source: { type: 'string', default: 'local' },
  all: { type: 'boolean', short: 'a', default: false },
  json: { type: 'boolean', default: false },
} as const

/** `gangway ps`: the containers of one source. Returns the exit code. */
export async function ps(app: App, words: string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  const given = readArguments(words, options)
  if (!given.ok) return printProblem(given.problem, json, terminal, psUsage)
  const source = readSource(given.value.source)
  if (!source.ok) return printProblem(source.problem, json, terminal, psUsage)
  const rows = await app.services.list(source.value, given.value.all)
  if (!rows.ok) return printProblem(rows.problem, json, terminal)
  if (json) terminal.line(JSON.stringify(rows.value.map(reportShape)))
  else for (const line of columns([heading, ...rows.value.map(textRow)])) terminal.line(line)
  return exitCode(null)
}

/** The shape scripts rely on (docs/architecture.md): empty strings and zeros where there is nothing, never null. */
export function reportShape(row: Container) {
  const [network] = row.networks
  return {
    id: shortId(row.id),
    names: row.names,
    image: row.image,
    state: row.state,
    status: row.status,
    network: network?.name ?? '',
    ip: network?.ip ?? '',
    ports: row.ports.map((port) => ({
      private_port: port.privatePort,
      public_port: port.publicPort ?? 0,
      type: port.type,
    })),
  }
}

const heading = ['ID', 'NAME', 'IMAGE', 'STATUS', 'PORTS', 'NETWORK']

function textRow(row: Container): string[] {
  return [
    shortId(row.id),
    row.names.join(', '),
    row.image,
    row.status,
    row.ports.map(portText).join(', '),
    row.networks.map((network) => network.name).join(', '),
  ]
}

function portText(port: Port): string {
  const inside = `${port.privatePort}/${port.type}`
  return port.publicPort === undefined ? inside : `${port.publicPort}->${inside}`
}
