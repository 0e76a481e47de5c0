import type { System } from '#main/ports/system.ts'

export type KnownSocket = { from: string; path: string }

/**
 * Where engines put their sockets, in the order `local` tries them: the system's Docker, rootless Docker, the desktop
 * products, Podman. On Windows: Docker's pipes.
 */
export async function findKnownSockets(system: System): Promise<KnownSocket[]> {
  if (system.platform === 'win32') return pipes
  const home = system.homedir
  const { COLIMA_HOME, LIMA_HOME, XDG_CONFIG_HOME } = system.env
  const runtime = runtimeFolder(system)
  return [
    { from: 'default socket', path: defaultSocket },
    ...(runtime ? [{ from: 'rootless Docker', path: `${runtime}/docker.sock` }] : []),
    { from: 'Docker Desktop', path: `${home}/.docker/run/docker.sock` },
    { from: 'Docker Desktop', path: `${home}/.docker/desktop/docker.sock` },
    { from: 'Colima', path: `${COLIMA_HOME || `${home}/.colima`}/default/docker.sock` },
    { from: 'Colima', path: `${XDG_CONFIG_HOME || `${home}/.config`}/colima/default/docker.sock` },
    { from: 'Rancher Desktop', path: `${home}/.rd/docker.sock` },
    { from: 'OrbStack', path: `${home}/.orbstack/run/docker.sock` },
    ...(await findLimaSockets(system, LIMA_HOME || `${home}/.lima`)),
    ...(runtime ? [{ from: 'rootless Podman', path: `${runtime}/podman/podman.sock` }] : []),
    { from: 'Podman', path: '/run/podman/podman.sock' },
  ]
}

export const defaultSocket = '/var/run/docker.sock'

/** Docker's own, then Docker Desktop's Linux engine. */
const pipes: KnownSocket[] = [
  { from: 'default pipe', path: '//./pipe/docker_engine' },
  { from: 'Docker Desktop', path: '//./pipe/dockerDesktopLinuxEngine' },
]

/** `$XDG_RUNTIME_DIR`, which a session without a login manager lacks; systemd puts it at `/run/user/UID`. */
function runtimeFolder({ env, identity }: System): string | null {
  return env.XDG_RUNTIME_DIR || (identity ? `/run/user/${identity.euid}` : null)
}

/** One socket per Lima instance, under a directory with the instance's name. Names with an underscore are Lima's own. */
async function findLimaSockets(system: System, folder: string): Promise<KnownSocket[]> {
  const names = await system.files.list(folder)
  if (!names.ok) return []
  return names.value
    .filter((name) => !/^[._]/.test(name))
    .map((name) => ({ from: `Lima ${name}`, path: `${folder}/${name}/sock/docker.sock` }))
}
