import type { ContainerDetails } from '#shared/container.ts'
import { fieldsOf, listOf, numberOf, textOf } from './untrusted.ts'

/**
 * Everything the details panel shows of `GET /containers/{id}/json` beside the row. Total: any JSON gives details, with
 * empty fields where it is silent.
 */
export function readInspection(value: unknown): Omit<ContainerDetails, 'container'> {
  const { Path, Args, State, Config, HostConfig, NetworkSettings } = fieldsOf(value)
  const state = fieldsOf(State)
  const config = fieldsOf(Config)
  return {
    command: [Path, ...listOf(Args)]
      .map(textOf)
      .filter((part) => part !== '')
      .join(' '),
    user: textOf(config.User),
    workingDirectory: textOf(config.WorkingDir),
    restartPolicy: readRestartPolicy(fieldsOf(HostConfig).RestartPolicy),
    startedAt: readTime(state.StartedAt),
    finishedAt: readTime(state.FinishedAt),
    healthLog: listOf(fieldsOf(state.Health).Log).map(readHealthCheck),
    environment: listOf(config.Env).map((variable) => splitVariable(textOf(variable))),
    networks: Object.entries(fieldsOf(fieldsOf(NetworkSettings).Networks)).map(([name, network]) =>
      readNetwork(name, network),
    ),
    raw: JSON.stringify(value, null, 2) ?? '',
  }
}

function readNetwork(name: string, value: unknown): ContainerDetails['networks'][number] {
  const network = fieldsOf(value)
  return {
    name,
    ip: textOf(network.IPAddress),
    ipv6: textOf(network.GlobalIPv6Address),
    gateway: textOf(network.Gateway),
    mac: textOf(network.MacAddress),
    aliases: listOf(network.Aliases).map(textOf),
  }
}

function readHealthCheck(value: unknown): ContainerDetails['healthLog'][number] {
  const check = fieldsOf(value)
  return { at: textOf(check.Start), exitCode: Math.trunc(numberOf(check.ExitCode)), output: textOf(check.Output) }
}

function splitVariable(variable: string): { name: string; value: string } {
  const at = variable.indexOf('=')
  return at < 0 ? { name: variable, value: '' } : { name: variable.slice(0, at), value: variable.slice(at + 1) }
}

function readRestartPolicy(value: unknown): string {
  const policy = fieldsOf(value)
  const retries = numberOf(policy.MaximumRetryCount)
  return `${textOf(policy.Name) || 'no'}${retries > 0 ? `:${retries}` : ''}`
}

/** Go's zero time stands for "never". */
function readTime(value: unknown): string {
  const time = textOf(value)
  return time.startsWith('0001-01-01') ? '' : time
}
