import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for every age in the window, running only while something shows one. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * A text that depends on the time, kept current once a second. Only the component that shows it renders again, and only
 * when the text differs: use it in leaves.
 */
export function useTicking(read: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => read(Math.floor(Date.now() / 1000) * 1000))
}
