import type { Endpoint } from './endpoint.ts'

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
