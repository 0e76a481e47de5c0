import type { FixPlan, FixRule } from './fix-rule.ts'

/** There is none. Which one is the user's choice; the distribution's own is the one that needs no other source. */
export const installEngine: FixRule = {
  id: 'install-engine',
  mends: ['engine-not-installed'],
  plan: ({ has }) => {
    if (has('apt-get')) {
      return plan('Docker', [
        ['apt-get', 'update'],
        ['apt-get', 'install', '-y', 'docker.io'],
      ])
    }
    if (has('dnf')) {
      return plan('Podman', [
        ['dnf', 'install', '-y', 'podman'],
        ['systemctl', 'enable', '--now', 'podman.socket'],
      ])
    }
    return plan('Docker', [])
  },
}

function plan(name: string, commands: readonly string[][]): FixPlan {
  return {
    title: `Install ${name}`,
    effect: `${commands.length > 0 ? `${name} as this distribution packages it. ` : ''}Other ways, rootless Docker among them, are at https://docs.docker.com/engine/install/.`,
    risk: 'none',
    relogin: false,
    steps: commands.map((argv) => ({ argv, why: '', privileged: true })),
    undo: [],
  }
}
