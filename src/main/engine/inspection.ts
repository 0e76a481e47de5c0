import { z } from 'zod'
import type { ContainerDetails } from '#shared/container.ts'
import { readEntries } from './summary.ts'

const text = z.string().catch('')
const texts = z.array(text).nullable().catch(null)
const whole = z.int().catch(0)

/** The parts of `GET /containers/{id}/json` that the details panel shows beside the row. All fall back by themselves. */
const inspection = z.object({
  Path: text,
  Args: texts,
  State: z
    .object({
      StartedAt: text,
      FinishedAt: text,
      Health: z
        .object({
          Log: z
            .array(z.object({ Start: text, ExitCode: whole, Output: text }).nullable().catch(null))
            .nullable()
            .catch(null),
        })
        .nullish()
        .catch(null),
    })
    .nullable()
    .catch(null),
  Config: z.object({ User: text, WorkingDir: text, Env: texts }).nullable().catch(null),
  HostConfig: z
    .object({ RestartPolicy: z.object({ Name: text, MaximumRetryCount: whole }).nullable().catch(null) })
    .nullable()
    .catch(null),
  NetworkSettings: z.object({ Networks: z.unknown() }).nullable().catch(null),
})

const endpointSettings = z.object({
  IPAddress: text,
  GlobalIPv6Address: text,
  Gateway: text,
  MacAddress: text,
  Aliases: texts,
})

/** Everything of an inspect reply but the row. Total: any JSON object gives details, with empty fields where it is silent. */
export function readInspection(value: unknown): Omit<ContainerDetails, 'container'> {
  const parsed = inspection.safeParse(value)
  const data = parsed.success ? parsed.data : inspection.parse({})
  return {
    command: [data.Path, ...(data.Args ?? [])].filter((part) => part !== '').join(' '),
    user: data.Config?.User ?? '',
    workingDirectory: data.Config?.WorkingDir ?? '',
    restartPolicy: restartText(data.HostConfig?.RestartPolicy ?? null),
    startedAt: realTime(data.State?.StartedAt ?? ''),
    finishedAt: realTime(data.State?.FinishedAt ?? ''),
    healthLog: (data.State?.Health?.Log ?? []).flatMap((entry) =>
      entry ? [{ at: entry.Start, exitCode: entry.ExitCode, output: entry.Output }] : [],
    ),
    environment: (data.Config?.Env ?? []).map(splitVariable),
    networks: readEntries(data.NetworkSettings?.Networks).map(([name, settings]) => readNetwork(name, settings)),
    raw: JSON.stringify(value, null, 2) ?? '',
  }
}

function readNetwork(name: string, value: unknown): ContainerDetails['networks'][number] {
  const parsed = endpointSettings.safeParse(value)
  const settings = parsed.success ? parsed.data : endpointSettings.parse({})
  return {
    name,
    ip: settings.IPAddress,
    ipv6: settings.GlobalIPv6Address,
    gateway: settings.Gateway,
    mac: settings.MacAddress,
    aliases: settings.Aliases ?? [],
  }
}

function splitVariable(variable: string): { name: string; value: string } {
  const at = variable.indexOf('=')
  return at < 0 ? { name: variable, value: '' } : { name: variable.slice(0, at), value: variable.slice(at + 1) }
}

function restartText(policy: { Name: string; MaximumRetryCount: number } | null): string {
  if (!policy || policy.Name === '') return 'no'
  return policy.MaximumRetryCount > 0 ? `${policy.Name}:${policy.MaximumRetryCount}` : policy.Name
}

/** Go's zero time stands for "never". */
function realTime(value: string): string {
  return value.startsWith('0001-01-01') ? '' : value
}
