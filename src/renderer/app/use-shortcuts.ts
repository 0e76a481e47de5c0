import { useEffect } from 'react'
import { focusGrid, focusSearch } from '../features/containers/toolbar.tsx'
import { backOut } from '../features/containers/view-store.ts'
import { onEvent } from '../ipc.ts'
import { actions } from './actions.ts'
import { type GlobalShortcut, pressedShortcut } from './shortcut-model.ts'

export type Sheet = 'palette' | 'settings' | 'shortcuts'

/** Listens for the global keys and for the application menu. What floats on top keeps its own keys, Esc first. */
export function useShortcuts(open: (sheet: Sheet) => void): void {
  useEffect(() => {
    const run = (id: GlobalShortcut) => {
      if (id === 'palette' || id === 'settings' || id === 'shortcuts') open(id)
      else if (id === 'search') focusSearch()
      else if (id === 'back') goBack()
      else actions[id]()
    }
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isFloating()) return
      const id = pressedShortcut(event, isTyping(event.target))
      if (!id) return
      event.preventDefault()
      run(id)
    }
    window.addEventListener('keydown', press)
    const stopCommands = onEvent('command', run)
    return () => {
      window.removeEventListener('keydown', press)
      stopCommands()
    }
  }, [open])
}

/** Esc: one level back, and the focus with it. */
function goBack(): void {
  if (backOut()) focusGrid()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function isFloating(): boolean {
  return document.querySelector('dialog[open], [role="dialog"], [role="menu"]') !== null
}
