import { app, powerMonitor } from 'electron'
import type { App } from './app.ts'
import { registerWindow, serveWindows } from './ipc/electron.ts'
import { setMenu } from './menu.ts'
import { pageOrigin, registerScheme, servePage } from './protocol.ts'
import { guardContents, openInBrowser, openWindow, readBounds, recoverPage, showWindow } from './window.ts'

// Only a development build reads it: a packaged app must not take its page from an address in the environment.
const developmentServer = import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined

const hasOrigin = registerScheme()
// As root Chromium has no sandbox to enable: who starts it so has said --no-sandbox.
if (hasOrigin && !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  await app.whenReady()
  guardContents(developmentServer)
  const pageServed = servePage(hasOrigin, developmentServer)
  const opened = openWindow(developmentServer ?? `${pageOrigin}/`)
  const { window } = opened
  const starting = pageServed.then(startApp)
  serveWindows(starting, developmentServer ? new URL(developmentServer).origin : pageOrigin)
  const caller = registerWindow(window.webContents, starting)
  recoverPage(window)
  setMenu((command) => caller.send('command', command), import.meta.env.DEV)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())

  const gangway = await starting
  void showWindow(opened, gangway.services.settings.value.window)
  gangway.services.onNotice((notice) => caller.send('notice', notice))
  window.on('close', () => void gangway.services.changeSettings({ window: readBounds(window) }))
  powerMonitor.on('resume', () => gangway.services.sessions.reconnectAll())
  app.on('will-quit', () => void gangway.close())
}

/** The app behind the window. Loaded while the page's process starts: neither waits for the other (docs/decisions/0006-window.md). */
async function startApp(): Promise<App> {
  const [{ createApp }, { nodeSystem }, { default: log }] = await Promise.all([
    import('./app.ts'),
    import('./ports/system.ts'),
    import('electron-log/main'),
  ])
  const folder = app.getPath('userData')
  log.transports.file.resolvePathFn = () => `${folder}/gangway.log`
  const gangway = await createApp({
    system: nodeSystem(),
    dataFolder: folder,
    log,
    host: 'electron',
    version: app.getVersion(),
    openExternal: openInBrowser,
  })
  gangway.start()
  return gangway
}
