/** What the sample engine says it is. */
export type Identity = {
  version: string
  /** The newest and the oldest API it speaks, both without `v`. */
  apiVersion: string
  minApiVersion: string
  os: string
}

/** Docker 29: the first that no longer speaks to clients older than API 1.44. */
export const docker29: Identity = { version: '29.0.4', apiVersion: '1.52', minApiVersion: '1.44', os: 'linux' }

/** Debian 12's Docker, for comparing with the real one. */
export const docker20: Identity = { version: '20.10.24+dfsg1', apiVersion: '1.41', minApiVersion: '1.12', os: 'linux' }

/** `GET /version`. */
export function toVersion(identity: Identity): Record<string, unknown> {
  const { version, apiVersion, minApiVersion, os } = identity
  const build = { GitCommit: '0a1b2c3', GoVersion: 'go1.25.4', KernelVersion: '6.1.0-28-amd64' }
  const details = { ApiVersion: apiVersion, Arch: 'amd64', BuildTime: '2025-11-24T21:58:03.000000000+00:00' }
  return {
    Platform: { Name: '' },
    Components: [
      {
        Name: 'Engine',
        Version: version,
        Details: { ...details, ...build, Experimental: 'false', MinAPIVersion: minApiVersion, Os: os },
      },
      { Name: 'containerd', Version: 'v2.2.0', Details: { GitCommit: '1c4457e' } },
      { Name: 'runc', Version: '1.3.3', Details: { GitCommit: 'd842d77' } },
      { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: 'de40ad0' } },
    ],
    Version: version,
    ApiVersion: apiVersion,
    MinAPIVersion: minApiVersion,
    ...build,
    Os: os,
    Arch: 'amd64',
    BuildTime: details.BuildTime,
  }
}

/** `GET /info`, the part of it that says which engine this is and what it has. */
export function toInfo(identity: Identity, states: readonly string[]): Record<string, unknown> {
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  const running = count('running')
  const paused = count('paused')
  return {
    ID: '7TRN:IPZB:QYBB:VPBQ:UMPP:KARE:6ZNR:XE6T:7EWV:PKF4:ZOJD:TPYS',
    Containers: states.length,
    ContainersRunning: running,
    ContainersPaused: paused,
    ContainersStopped: states.length - running - paused,
    Images: 12,
    Driver: 'overlay2',
    KernelVersion: '6.1.0-28-amd64',
    OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    OSType: identity.os,
    Architecture: 'x86_64',
    NCPU: 4,
    MemTotal: 16_777_216_000,
    DockerRootDir: '/var/lib/docker',
    Name: 'sample',
    Labels: [],
    ExperimentalBuild: false,
    ServerVersion: identity.version,
    SecurityOptions: ['name=seccomp,profile=default'],
    Warnings: null,
  }
}
