import { z } from 'zod'

/** The address a source resolves to. `path` is absolute; `port` is 1–65535. */
export const endpoint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unix'), path: z.string() }),
  z.object({ kind: z.literal('npipe'), path: z.string() }),
  z.object({ kind: z.literal('tcp'), host: z.string(), port: z.int() }),
  z.object({ kind: z.literal('tls'), host: z.string(), port: z.int() }),
  z.object({ kind: z.literal('ssh'), user: z.string(), host: z.string(), port: z.int() }),
])
export type Endpoint = z.output<typeof endpoint>
export type Transport = Endpoint['kind']

/** How an endpoint is written in the window, in the log and on the command line: `unix:///var/run/docker.sock`. */
export function endpointText(value: Endpoint): string {
  switch (value.kind) {
    case 'unix':
    case 'npipe':
      return `${value.kind}://${value.path}`
    case 'tcp':
      return `tcp://${hostText(value.host)}:${value.port}`
    case 'tls':
      return `https://${hostText(value.host)}:${value.port}`
    case 'ssh':
      return `ssh://${value.user ? `${value.user}@` : ''}${hostText(value.host)}:${value.port}`
  }
}

function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
