import { basename } from 'node:path'
import { type Daemon, startDaemon } from './daemon.ts'

export type DockerdOptions = {
  /** Name or number of the group that owns the socket; root without. */
  group?: string
  /** More of dockerd's own switches. */
  flags?: string[]
}

/** A real dockerd with its own containerd, networks and images, on a socket of its own. Needs root and docker.io. */
export function startDockerd(options: DockerdOptions = {}): Promise<Daemon> {
  return startDaemon({
    command: (folder) => ({
      argv: [
        'dockerd',
        ...['--data-root', `${folder}/data`, '--exec-root', `${folder}/exec`, '--pidfile', `${folder}/pid`],
        ...['--host', `unix://${folder}/docker.sock`, '--cgroup-parent', `/${basename(folder)}`],
        ...['--group', options.group ?? 'root', '--iptables=false', ...(options.flags ?? [])],
      ],
    }),
    // Where nobody reaps orphans the process of that id still counts as alive.
    stale: ['exec/containerd/containerd.pid'],
    // Its key and configuration, its plugins, and where containerd keeps the sockets of its shims.
    hides: ['/etc/docker', '/run/docker', '/run/containerd', '/opt/containerd'],
  })
}
