import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { importBusybox } from './lab/containers.ts'
import { startDockerd } from './lab/dockerd.ts'
import { startPodman } from './lab/podman.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Sockets of one dockerd and one Podman for every test file, each with the busybox image. Leave them as they were. */
    lab: { docker: string; podman: string }
  }
}

const needed = new Map([
  ['/usr/sbin/dockerd', 'docker.io'],
  ['/usr/bin/podman', 'podman'],
  ['/bin/busybox', 'busybox-static'],
  ['/usr/bin/setpriv', 'util-linux'],
])

/** Starts the engines that the tests of the project `engine` share; ends them afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.getuid?.() !== 0) throw new Error('The engine tests start real engines: run them as root.')
  const missing = [...needed].filter(([path]) => !existsSync(path)).map(([, name]) => name)
  if (missing.length > 0)
    throw new Error(`The engine tests need Debian's packages: apt-get install ${missing.join(' ')}`)
  const started = await Promise.allSettled([startDockerd(), startPodman()])
  const daemons = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = async () => {
    await Promise.all(daemons.map((daemon) => daemon.stop()))
  }
  const [docker, podman] = started
  if (docker.status === 'rejected' || podman.status === 'rejected') {
    await stop()
    throw new AggregateError(started.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])))
  }
  await Promise.all(daemons.map((daemon) => importBusybox(daemon.socket)))
  project.provide('lab', { docker: docker.value.socket, podman: podman.value.socket })
  return stop
}
