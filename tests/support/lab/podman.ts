import { readFileSync, writeFileSync } from 'node:fs'
import { type Daemon, startDaemon } from './daemon.ts'

/** A real Podman that serves the Docker API, with storage and networks of its own. Needs root and podman. */
export function startPodman(): Promise<Daemon> {
  return startDaemon({
    command: (folder) => {
      writeFileSync(`${folder}/containers.conf`, configuration(folder))
      return {
        argv: [
          'podman',
          ...['--root', `${folder}/root`, '--runroot', `${folder}/run`, '--tmpdir', `${folder}/tmp`],
          ...['--network-config-dir', `${folder}/net`, '--storage-driver', storageDriver()],
          ...['system', 'service', '--time=0', `unix://${folder}/docker.sock`],
        ],
        environment: { CONTAINERS_CONF: `${folder}/containers.conf` },
      }
    },
    // Its locks, the addresses it has given out, and the state of its containers.
    hides: ['/dev/shm', '/var/lib/cni', '/run/runc', '/run/crun', '/run/libpod', '/run/containers'],
    cgroups: ['libpod_parent'],
  })
}

/** Without systemd there is no journal for events, and a machine may not allow the file limit Podman would raise. */
function configuration(folder: string): string {
  return `[containers]
default_ulimits = []
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
events_logfile_path = "${folder}/events.log"
`
}

function storageDriver(): string {
  return readFileSync('/proc/filesystems', 'utf8').includes('overlay') ? 'overlay' : 'vfs'
}
