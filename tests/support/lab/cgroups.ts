import { readdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'

const root = '/sys/fs/cgroup'

/** Removes the empty cgroups of that name from every hierarchy, or from the one there is. What is in use stays. */
export async function removeCgroups(name: string): Promise<void> {
  const hierarchies = await readdir(root, { withFileTypes: true }).catch(() => [])
  const parents = [root, ...hierarchies.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name))]
  for (const parent of parents) await removeTree(join(parent, name))
}

async function removeTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) if (entry.isDirectory()) await removeTree(join(folder, entry.name))
  await rmdir(folder).catch(() => {})
}
