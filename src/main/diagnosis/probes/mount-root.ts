import type { Files } from '#main/ports/files.ts'

/**
 * What is mounted exactly at a path, as proc_pid_mountinfo(5) names its root within its own file system; empty where
 * nothing is. A socket bind-mounted into a container shows here, and one that was since replaced ends in `//deleted`.
 */
export async function findMountRoot(files: Files, path: string): Promise<string> {
  const mounts = await files.readText('/proc/self/mountinfo')
  if (!mounts.ok) return ''
  // The last mount lies on top.
  const line = mounts.value.split('\n').findLast((each) => unescapeField(each.split(' ')[4] ?? '') === path)
  return unescapeField(line?.split(' ')[3] ?? '')
}

/** Spaces, tabs, line feeds and backslashes stand as `\ooo`. */
function unescapeField(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
