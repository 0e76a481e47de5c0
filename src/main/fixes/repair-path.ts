import type { FixRule } from './fix-rule.ts'

/** A folder on the way does not let this user pass: let this user, and nobody else, pass. */
export const repairPath: FixRule = {
  id: 'repair-path',
  mends: ['path-not-searchable'],
  plan: ({ factsOf, groups }) => {
    const folder = factsOf('path-not-searchable')?.folder
    if (typeof folder !== 'string' || !groups) return null
    const runtimeOf = /^\/run\/user\/(\d+)/.exec(folder)?.[1]
    // Another user's session: their rootless engine is theirs alone.
    if (runtimeOf !== undefined && Number(runtimeOf) !== groups.uid) return null
    const user = groups.user ?? String(groups.uid)
    return {
      title: `Let ${user} pass ${folder}`,
      effect: `${user} may pass the folder, but not list it. What the socket behind it allows shows only then.`,
      risk: 'none',
      relogin: false,
      steps: [
        { argv: ['setfacl', '-m', `u:${user}:x`, folder], why: 'An entry for one user, at once.', privileged: true },
      ],
      undo: [{ argv: ['setfacl', '-x', `u:${user}`, folder], why: '', privileged: true }],
    }
  },
}
