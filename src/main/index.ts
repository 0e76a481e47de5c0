import { app, powerMonitor } from 'electron'
import log from 'electron-log/main'
import { createApp } from './app.ts'
import { registerWindow, serveWindows } from './ipc/electron.ts'
import { setMenu } from './menu.ts'
import { nodeSystem } from './ports/system.ts'
import { pageOrigin, registerScheme, servePage } from './protocol.ts'
import { guardContents, openInBrowser, openWindow, readBounds, recoverPage } from './window.ts'

// Only a development build reads it: a packaged app must not take its page from an address in the environment.
const developmentServer = import.meta.env.DEV ? process.env.ELECTRON_RENDERER_URL : undefined

const hasOrigin = registerScheme()
// As root Chromium has no sandbox to enable: who starts it so has said --no-sandbox.
if (hasOrigin && !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const folder = app.getPath('userData')
  log.transports.file.resolvePathFn = () => `${folder}/gangway.log`
  await app.whenReady()
  const gangway = await createApp({
    system: nodeSystem(),
    dataFolder: folder,
    log,
    host: 'electron',
    version: app.getVersion(),
    openExternal: openInBrowser,
  })
  gangway.start()
  guardContents(developmentServer)
  await servePage(hasOrigin, developmentServer)
  serveWindows(gangway.serve, developmentServer ? new URL(developmentServer).origin : pageOrigin)

  const window = openWindow(gangway.services.settings.value.window, developmentServer ?? `${pageOrigin}/`)
  const caller = registerWindow(window.webContents, gangway.hub)
  recoverPage(window)
  setMenu((command) => caller.send('command', command), import.meta.env.DEV)
  gangway.services.onNotice((notice) => caller.send('notice', notice))
  window.on('close', () => void gangway.services.changeSettings({ window: readBounds(window) }))

  powerMonitor.on('resume', () => gangway.services.sessions.reconnectAll())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => void gangway.close())
}
