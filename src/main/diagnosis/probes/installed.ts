import type { System } from '#main/ports/system.ts'
import type { FindingOf } from '#shared/diagnosis.ts'

/** Engines, their client, and the tools that guidance names. */
const programs = ['dockerd', 'podman', 'docker', 'systemctl', 'setfacl', 'apt-get', 'dnf']

/** A desktop session's PATH often lacks the places for administrators. */
const usualFolders = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
  '/snap/bin',
  '/opt/homebrew/bin',
]

/** Which engines, and which of the tools around them, are installed? */
export async function probeInstalled(system: System): Promise<FindingOf<'installed'>> {
  const windows = system.platform === 'win32'
  const path = (system.env.PATH ?? '').split(windows ? ';' : ':').filter((folder) => windows || folder.startsWith('/'))
  // Rootless Docker installs itself into ~/bin.
  const folders = windows ? path : [...new Set([...path, ...usualFolders, `${system.homedir}/bin`])]
  const binaries = await Promise.all(
    programs.map(async (name) => ({
      name,
      path: await system.files.findExecutable(windows ? `${name}.exe` : name, folders),
    })),
  )
  const engines = binaries.filter(({ name, path }) => path !== null && (name === 'dockerd' || name === 'podman'))
  const client = binaries.find(({ name }) => name === 'docker')?.path
  return {
    probe: 'installed',
    verdict: engines.length > 0 || client ? 'found' : 'absent',
    summary:
      engines.length > 0
        ? `engines here: ${engines.map((engine) => engine.path).join(', ')}`
        : `neither dockerd nor podman is installed${client ? `; the docker command is (${client})` : ''}`,
    facts: { binaries },
  }
}
