import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventValue } from '#shared/contract.ts'

/** The application menu. What the window can do by itself is sent to it as a command. */
export function setMenu(send: (command: EventValue<'command'>) => void, isDevelopment: boolean): void {
  const command = (label: string, name: EventValue<'command'>, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    // The window handles its own keys; the menu only shows them.
    registerAccelerator: false,
    click: () => send(name),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [command('Settings', 'settings', 'CmdOrCtrl+,'), { type: 'separator' }, { role: 'quit' }],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        command('Command palette', 'palette', 'CmdOrCtrl+K'),
        command('Try again', 'retry', 'CmdOrCtrl+R'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(isDevelopment ? [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
      ],
    },
    { label: 'Help', submenu: [command('Keyboard shortcuts', 'shortcuts')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
