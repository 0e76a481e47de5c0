export type ShortcutId = keyof typeof shortcuts

type Shortcut = { keys: string; does: string; group: 'Everywhere' | 'List' | 'Details' }

/** Every key there is. `Mod` is Ctrl, and Command on a Mac. The sheet, the palette and the listener read this one table. */
export const shortcuts = {
  palette: { keys: 'Mod K', does: 'Search containers, sources and actions', group: 'Everywhere' },
  shortcuts: { keys: '?', does: 'Show all keys', group: 'Everywhere' },
  settings: { keys: 'Mod ,', does: 'Open settings', group: 'Everywhere' },
  theme: { keys: 'Mod Shift L', does: 'Switch the theme', group: 'Everywhere' },
  rail: { keys: 'Mod B', does: 'Fold the sources away, or show them', group: 'Everywhere' },
  retry: { keys: 'Mod R', does: 'Try the source again now', group: 'Everywhere' },
  back: { keys: 'Esc', does: 'Go back one step: details, selection, filter', group: 'Everywhere' },
  search: { keys: '/', does: 'Filter the list', group: 'List' },
  group: { keys: 'Mod Shift G', does: 'Group by project, or stop grouping', group: 'List' },
  move: { keys: '↑ ↓', does: 'Go up and down; with Shift, select', group: 'List' },
  jump: { keys: 'Home End PgUp PgDn', does: 'Go to the ends, or by a page', group: 'List' },
  open: { keys: 'Enter', does: 'Open details, or fold a project', group: 'List' },
  select: { keys: 'Space', does: 'Select the container', group: 'List' },
  selectAll: { keys: 'Mod A', does: 'Select all shown', group: 'List' },
  fold: { keys: '← →', does: 'Fold and unfold a project', group: 'List' },
  resize: { keys: '← →', does: 'Resize, with the focus on a column edge or the edge of the details', group: 'Details' },
  match: { keys: 'Enter', does: 'Next match in the raw JSON; with Shift, the one before', group: 'Details' },
} as const satisfies Record<string, Shortcut>

/** Those the window listens for, wherever the focus is. The rest belong to the part that has it. */
const global = ['palette', 'shortcuts', 'settings', 'theme', 'rail', 'retry', 'back', 'search', 'group'] as const
export type GlobalShortcut = (typeof global)[number]

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

/** Which global shortcut a key press is. Plain characters are none while text is being typed. */
export function pressedShortcut(press: Press, typing: boolean): GlobalShortcut | null {
  if (press.altKey) return null
  const mod = press.ctrlKey || press.metaKey
  return (
    global.find((id) => {
      const keys: string[] = shortcuts[id].keys.split(' ')
      const key = keys.at(-1) ?? ''
      if (keys.includes('Mod') !== mod) return false
      // A character such as ? may need Shift to be typed at all.
      if (mod && keys.includes('Shift') !== press.shiftKey) return false
      if (!mod && typing && id !== 'back') return false
      return key === 'Esc' ? press.key === 'Escape' : press.key.toLowerCase() === key.toLowerCase()
    }) ?? null
  )
}

const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac')

/** The keys as this platform prints them: `Ctrl K`, `⌘ K`. */
export function keyWords(id: ShortcutId): string {
  return shortcuts[id].keys.replace('Mod', isMac ? '⌘' : 'Ctrl')
}
