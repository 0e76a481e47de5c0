import * as z from 'zod'

/** Every cause Gangway can name. Codes are stable; the words stand in `cause-text.ts`, the proof in `main/diagnosis/causes.ts`. */
export const causeCode = z.enum([
  'user-not-in-group',
  'session-predates-group',
  'socket-group-wrong',
  'socket-mode',
  'socket-acl',
  'path-not-searchable',
  'container-lacks-group',
  'user-namespace',
  'sandbox',
  'socket-missing',
  'symlink-dangling',
  'rootless-not-running',
  'engine-not-installed',
  'socket-path-invalid',
  'socket-path-too-long',
  'socket-is-directory',
  'not-a-socket',
  'stale-socket',
  'stale-mount',
  'socket-wrong-type',
])
export type CauseCode = z.output<typeof causeCode>
