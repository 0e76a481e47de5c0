import { since } from './api-versions.ts'
import { hexOf, isUp, type SampleContainer, type SampleMount, type SampleNetwork } from './sample-container.ts'
import { statusText } from './status-text.ts'

/** One element of `GET /containers/json`, field for field and in the order dockerd writes them. */
export function toSummary(container: SampleContainer, apiVersion: string, now: number): Record<string, unknown> {
  const { health } = container
  return {
    Id: container.id,
    Names: container.names.map((name) => `/${name}`),
    Image: container.image,
    ImageID: imageId(container),
    Command: container.command.join(' '),
    Created: Math.floor(container.createdAt / 1000),
    Ports: isUp(container) ? container.ports : [],
    // `fromEntries` defines own properties, so a label named `__proto__` stays a label.
    Labels: Object.fromEntries(container.labels),
    State: container.state,
    Status: statusText(container, now),
    HostConfig: { NetworkMode: networkMode(container) },
    ...(health === 'none' ? {} : since(apiVersion, '1.52', { Health: { Status: health, FailingStreak: 0 } })),
    NetworkSettings: { Networks: toNetworks(container, apiVersion) },
    Mounts: container.mounts.map(toMount),
    ...container.odd,
  }
}

export function imageId(container: SampleContainer): string {
  return `sha256:${hexOf(container.image, 64)}`
}

export function networkMode(container: SampleContainer): string {
  const first = container.networks[0]?.name ?? 'none'
  return first === 'bridge' ? 'default' : first
}

export function toNetworks(container: SampleContainer, apiVersion: string): Record<string, unknown> {
  return Object.fromEntries(container.networks.map((net) => [net.name, toEndpoint(net, container, apiVersion)]))
}

/** A stopped container keeps its networks and loses its addresses. */
function toEndpoint(network: SampleNetwork, container: SampleContainer, apiVersion: string): Record<string, unknown> {
  const up = isUp(container)
  const aliases = network.aliases.length > 0 ? network.aliases : null
  return {
    IPAMConfig: null,
    Links: null,
    Aliases: aliases,
    MacAddress: up ? network.mac : '',
    DriverOpts: null,
    ...since(apiVersion, '1.48', { GwPriority: 0 }),
    NetworkID: hexOf(`network ${network.name}`, 64),
    EndpointID: up ? hexOf(`endpoint ${container.id} ${network.name}`, 64) : '',
    Gateway: up ? network.gateway : '',
    IPAddress: up ? network.ip : '',
    IPPrefixLen: up && network.ip !== '' ? 16 : 0,
    IPv6Gateway: '',
    GlobalIPv6Address: up ? network.ipv6 : '',
    GlobalIPv6PrefixLen: up && network.ipv6 !== '' ? 64 : 0,
    ...since(apiVersion, '1.44', { DNSNames: aliases }),
  }
}

export function toMount(mount: SampleMount): Record<string, unknown> {
  return {
    Type: mount.type,
    ...(mount.type === 'volume' ? { Name: mount.source } : {}),
    Source: mount.type === 'volume' ? `/var/lib/docker/volumes/${mount.source}/_data` : mount.source,
    Destination: mount.target,
    ...(mount.type === 'volume' ? { Driver: 'local' } : {}),
    Mode: mount.writable ? (mount.type === 'volume' ? 'z' : '') : 'ro',
    RW: mount.writable,
    Propagation: mount.type === 'volume' ? '' : 'rprivate',
  }
}
