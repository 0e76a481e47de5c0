import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Milliseconds before a directory that could not be watched is tried again. */
const rearmDelay = 1_000

/**
 * Calls back when something happens at the path: it appears, goes, or its owner, group, mode or ACL changes. Watches the
 * nearest parent that exists, and moves nearer or further as directories come and go. May call once too often; never
 * throws. Returns the function that stops.
 */
export function watchPath(path: string, onChange: () => void): () => void {
  let watcher: FSWatcher | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function arm(): void {
    watcher?.close()
    clearTimeout(timer)
    if (stopped) return
    const { folder, next } = nearestFolder(path)
    try {
      watcher = watch(folder, { persistent: false }, (_event, name) => {
        // A directory's own removal is told with its own name.
        const itself = name === basename(folder)
        if (name !== null && name !== next && !itself) return
        if (itself || nearestFolder(path).folder !== folder) arm()
        onChange()
      })
      watcher.on('error', armLater)
      // A nearer folder came while this one was being armed.
      if (nearestFolder(path).folder !== folder) arm()
    } catch {
      // It vanished in between, may not be read, or the user's inotify watches are used up.
      armLater()
    }
  }

  function armLater(): void {
    watcher?.close()
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(arm, rearmDelay).unref()
  }

  arm()
  return () => {
    stopped = true
    watcher?.close()
    clearTimeout(timer)
  }
}

/** The nearest existing directory above the path, and the name in it that leads towards the path. */
function nearestFolder(path: string): { folder: string; next: string } {
  let next = path
  let folder = dirname(path)
  while (folder !== dirname(folder) && !isDirectory(folder)) {
    next = folder
    folder = dirname(folder)
  }
  return { folder, next: basename(next) }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
