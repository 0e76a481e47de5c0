import * as z from 'zod'

export const fixId = z.enum([
  'use-candidate',
  'start-engine',
  'grant-acl',
  'join-group',
  'new-login',
  'repair-socket-mode',
  'repair-socket-group',
  'repair-path',
  'remove-directory',
  'move-aside',
  'restart-engine',
  'install-engine',
  'container-group-add',
])
export type FixId = z.output<typeof fixId>

/** One command, word for word. `privileged` ones need root: shown with `sudo`. */
export const fixStep = z.object({ argv: z.array(z.string()), why: z.string(), privileged: z.boolean() })
export type FixStep = z.output<typeof fixStep>

/** A way out of a problem, with this machine's names and numbers filled in. */
export const fix = z.object({
  id: fixId,
  title: z.string(),
  effect: z.string(),
  /** What it opens or breaks, said plainly; `root-equivalent` means whoever uses it is root on that host. */
  risk: z.enum(['none', 'interrupts-containers', 'root-equivalent']),
  relogin: z.boolean(),
  /** Whether Gangway can run it; otherwise the commands are for the reader's terminal. */
  runnable: z.boolean(),
  steps: z.array(fixStep),
  undo: z.array(fixStep),
})
export type Fix = z.output<typeof fix>
