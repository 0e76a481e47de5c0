import { since } from './api-versions.ts'
import { isUp, type SampleContainer } from './sample-container.ts'
import { imageId, networkMode, toMount, toNetworks } from './summary.ts'

/** `GET /containers/{id}/json`, as far as a client shows it. */
export function toInspection(container: SampleContainer, apiVersion: string): Record<string, unknown> {
  const [path = '', ...args] = container.command
  return {
    Id: container.id,
    Created: new Date(container.createdAt).toISOString(),
    Path: path,
    Args: args,
    State: toState(container),
    Image: imageId(container),
    LogPath: `/var/lib/docker/containers/${container.id}/${container.id}-json.log`,
    Name: `/${container.names[0] ?? ''}`,
    RestartCount: 0,
    Driver: 'overlay2',
    Platform: 'linux',
    HostConfig: {
      Binds: container.mounts.map((mount) => `${mount.source}:${mount.target}:${mount.writable ? 'rw' : 'ro'}`),
      NetworkMode: networkMode(container),
      PortBindings: portBindings(container, true),
      RestartPolicy: { Name: container.restartPolicy, MaximumRetryCount: 0 },
      AutoRemove: false,
      GroupAdd: null,
      Privileged: false,
      SecurityOpt: null,
      UsernsMode: '',
    },
    Mounts: container.mounts.map(toMount),
    Config: {
      Hostname: container.id.slice(0, 12),
      User: container.user,
      Tty: false,
      Env: container.environment,
      Cmd: container.command,
      Image: container.image,
      WorkingDir: container.workingDirectory,
      Entrypoint: null,
      Labels: Object.fromEntries(container.labels),
    },
    NetworkSettings: { Ports: portBindings(container, isUp(container)), Networks: toNetworks(container, apiVersion) },
    ...since(apiVersion, '1.48', { ImageManifestDescriptor: null }),
  }
}

function toState(container: SampleContainer): Record<string, unknown> {
  const { state, health } = container
  return {
    Status: state,
    Running: isUp(container),
    Paused: state === 'paused',
    Restarting: state === 'restarting',
    OOMKilled: false,
    Dead: state === 'dead',
    Pid: isUp(container) ? 4711 : 0,
    ExitCode: container.exitCode,
    Error: '',
    StartedAt: goTime(container.startedAt),
    FinishedAt: goTime(container.finishedAt),
    ...(health === 'none' ? {} : { Health: { Status: health, FailingStreak: 0, Log: [healthCheck(container)] } }),
  }
}

function healthCheck(container: SampleContainer): Record<string, unknown> {
  const failed = container.health === 'unhealthy'
  const at = new Date(container.startedAt + 30_000).toISOString()
  return { Start: at, End: at, ExitCode: failed ? 1 : 0, Output: failed ? 'connection refused\n' : 'ok\n' }
}

/** Go writes its zero time for "never". */
function goTime(at: number): string {
  return at === 0 ? '0001-01-01T00:00:00Z' : new Date(at).toISOString()
}

function portBindings(container: SampleContainer, shown: boolean): Record<string, unknown> {
  const bindings = new Map<string, { HostIp: string; HostPort: string }[] | null>()
  for (const port of shown ? container.ports : []) {
    const key = `${port.PrivatePort}/${port.Type}`
    const known = bindings.get(key) ?? []
    const published = port.PublicPort !== undefined
    bindings.set(key, published ? [...known, { HostIp: port.IP ?? '', HostPort: String(port.PublicPort) }] : null)
  }
  return Object.fromEntries(bindings)
}
