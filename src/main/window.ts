import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen, session, shell } from 'electron'
import { defaultSettings } from '#shared/default-settings.ts'
import type { Settings } from '#shared/settings.ts'
import { pageOrigin } from './protocol.ts'

/** The only keys a window of ours may be made with; a test reads this table. */
const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  enableWebSQL: false,
} as const

const minimum = { width: 720, height: 480 }

export type OpenedWindow = { window: BrowserWindow; painted: Promise<unknown> }

/** Makes the window, hidden, and loads its page from `url`. */
export function openWindow(url: string): OpenedWindow {
  const { width, height } = defaultSettings.window
  const window = new BrowserWindow({
    width,
    height,
    minWidth: minimum.width,
    minHeight: minimum.height,
    title: 'Gangway',
    icon: join(import.meta.dirname, '../../resources/icons/256x256.png'),
    // The page's own background, so that no white flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    autoHideMenuBar: true,
    show: false,
    webPreferences: { ...webPreferences, preload: join(import.meta.dirname, '../preload/index.cjs') },
  })
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', resolve))
  void window.loadURL(url)
  return { window, painted }
}

/** Puts the window where it last was, if that is still on a screen, and shows it once its page is painted. */
export async function showWindow({ window, painted }: OpenedWindow, bounds: Settings['window']): Promise<void> {
  window.setBounds(visibleBounds(bounds))
  await painted
  if (window.isDestroyed()) return
  // Maximizing shows a hidden window.
  if (bounds.maximized) window.maximize()
  else window.show()
}

/** Crashes within a minute after which loading the page again is no help. */
const tooManyCrashes = 3

/** Loads a crashed page again, and asks when it keeps crashing or hangs. Sessions live in main and stay connected. */
export function recoverPage(window: BrowserWindow): void {
  const crashes: number[] = []
  const reload = () => window.webContents.reload()
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes.push(now)
    if (crashes.filter((at) => now - at < 60_000).length < tooManyCrashes) return reload()
    const detail = `Its process ended ${tooManyCrashes} times within a minute (${reason}).`
    if (await ask(window, 'The window keeps crashing', detail)) reload()
    else app.quit()
  })
  window.on('unresponsive', async () => {
    if (await ask(window, 'The window does not respond', 'Load it again, or wait.')) reload()
  })
}

async function ask(window: BrowserWindow, message: string, detail: string): Promise<boolean> {
  const buttons = ['Load again', 'Leave it']
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

/** The window's place, to be remembered: the size it has when it is not maximized. */
export function readBounds(window: BrowserWindow): Settings['window'] {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}

function visibleBounds(bounds: Settings['window']) {
  const { x, y, width, height } = bounds
  if (x === undefined || y === undefined) return { width, height }
  const onScreen = screen
    .getAllDisplays()
    .some(
      ({ workArea }) =>
        x < workArea.x + workArea.width &&
        x + width > workArea.x &&
        y < workArea.y + workArea.height &&
        y + height > workArea.y,
    )
  return onScreen ? { x, y, width, height } : { width, height }
}

/** Whatever a page asks of the browser is refused, but writing to the clipboard: copying is what the user does. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])

/** Refuses permissions, devices, downloads, other pages, other windows and embedded pages, for every content there will be. */
export function guardContents(developmentServer: string | undefined): void {
  const target = session.defaultSession
  target.setPermissionRequestHandler((_contents, permission, answer) => answer(allowedPermissions.has(permission)))
  target.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission))
  target.setDevicePermissionHandler(() => false)
  target.on('will-download', (event) => event.preventDefault())
  const isOwn = (url: string) =>
    url.startsWith(`${pageOrigin}/`) || (developmentServer !== undefined && url.startsWith(developmentServer))
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Opens a published port in the system's browser. Only what main itself built: http or https, parsed again here. */
export async function openInBrowser(address: string): Promise<void> {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`refused to open ${url.protocol}`)
  await shell.openExternal(url.href)
}
