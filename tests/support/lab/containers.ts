import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import type { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { callApi, createPool } from './api.ts'

export const busyboxImage = 'gangway-busybox:latest'

/** Gives an engine an image to run without a registry: one file, Debian's static busybox. Answers its name. */
export async function importBusybox(socket: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'gw-busybox-'))
  try {
    mkdirSync(join(root, 'bin'))
    cpSync('/bin/busybox', join(root, 'bin/busybox'), { dereference: true })
    for (const applet of ['sh', 'sleep', 'true', 'false', 'cat', 'echo', 'ls', 'id', 'stat']) {
      symlinkSync('busybox', join(root, 'bin', applet))
    }
    const tar = execFileSync('tar', ['-C', root, '-c', '.'], { maxBuffer: 64 * 1024 * 1024 })
    await callApi(socket, 'POST', '/images/create?fromSrc=-&repo=gangway-busybox&tag=latest', { body: tar })
    return busyboxImage
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** What differs from a container that sleeps; fields as `POST /containers/create` takes them. */
export type ContainerSpec = {
  name: string
  Cmd?: string[]
  Env?: string[]
  Labels?: Record<string, string>
  ExposedPorts?: Record<string, object>
  Healthcheck?: object
  User?: string
  HostConfig?: Record<string, unknown>
}

const created = z.object({ Id: z.string() })

export async function createContainer(socket: string, spec: ContainerSpec, agent?: Agent): Promise<string> {
  const { name, HostConfig, ...rest } = spec
  const body = {
    Image: busyboxImage,
    Cmd: ['/bin/sleep', 'infinity'],
    // `sleep` as process 1 ignores SIGTERM: stopping it would take ten seconds.
    StopSignal: 'SIGKILL',
    ...rest,
    // Named after the daemon's folder, so that the lab can remove it; Podman has no switch for it.
    HostConfig: { CgroupParent: `/${basename(dirname(socket))}`, ...HostConfig },
  }
  const answer = await callApi(socket, 'POST', `/containers/create?name=${name}`, { body, ...(agent ? { agent } : {}) })
  return created.parse(answer).Id
}

/** Creates and starts one; answers its id. */
export async function runContainer(socket: string, spec: ContainerSpec): Promise<string> {
  const id = await createContainer(socket, spec)
  await callApi(socket, 'POST', `/containers/${id}/start`)
  return id
}

/** Creates `count` containers of a lifelike size without starting them, a few at a time; answers their ids. */
export async function createContainers(socket: string, count: number): Promise<string[]> {
  const agent = createPool(8)
  try {
    return await Promise.all(Array.from({ length: count }, (_, index) => createContainer(socket, stored(index), agent)))
  } finally {
    agent.destroy()
  }
}

function stored(index: number): ContainerSpec {
  const project = `project-${Math.floor(index / 5)}`
  return {
    name: `${project}-service-${index % 5}-1`,
    Labels: {
      'com.docker.compose.project': project,
      'com.docker.compose.service': `service-${index % 5}`,
      'com.docker.compose.container-number': '1',
      'com.docker.compose.oneoff': 'False',
      'com.docker.compose.project.working_dir': `/srv/${project}`,
      'com.docker.compose.project.config_files': `/srv/${project}/compose.yaml`,
    },
    ExposedPorts: { '8080/tcp': {} },
  }
}

/** Ends and removes one. */
export async function removeContainer(socket: string, id: string): Promise<void> {
  await callApi(socket, 'DELETE', `/containers/${id}?force=1`)
}
