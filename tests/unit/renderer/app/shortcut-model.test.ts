import { describe, expect, it } from 'vitest'
import { pressedShortcut } from '../../../../src/renderer/app/shortcut-model.ts'

const press = (key: string, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
})

describe('global keys', () => {
  it.each([
    [press('k', 'ctrl'), 'palette'],
    [press('k', 'meta'), 'palette'],
    [press('K', 'ctrl'), 'palette'],
    [press(',', 'ctrl'), 'settings'],
    [press('/'), 'search'],
    [press('?', 'shift'), 'shortcuts'],
    [press('Escape'), 'back'],
    [press('G', 'ctrl', 'shift'), 'group'],
    [press('L', 'ctrl', 'shift'), 'theme'],
  ])('knows %o as %s', (pressed, id) => {
    expect(pressedShortcut(pressed, false)).toBe(id)
  })

  it('leaves plain characters to who is typing, and keeps the rest', () => {
    expect(pressedShortcut(press('/'), true)).toBeNull()
    expect(pressedShortcut(press('?', 'shift'), true)).toBeNull()
    expect(pressedShortcut(press('k', 'ctrl'), true)).toBe('palette')
    expect(pressedShortcut(press('Escape'), true)).toBe('back')
  })

  it('takes no other combination', () => {
    for (const other of [
      press('k'),
      press('k', 'ctrl', 'shift'),
      press('/', 'ctrl'),
      press('/', 'alt'),
      press('g', 'ctrl'),
    ]) {
      expect(pressedShortcut(other, false)).toBeNull()
    }
  })
})
