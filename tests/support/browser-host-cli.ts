import { join } from 'node:path'
import { createApp } from '#main/app.ts'
import { nodeSystem } from '#main/ports/system.ts'
import manifest from '../../package.json' with { type: 'json' }
import { startBrowserHost } from './browser-host.ts'

/** `npm start` without an Electron window: the app for one browser tab, until Ctrl+C. */
const app = await createApp({
  system: nodeSystem(),
  log: { info: console.log, warn: console.warn, error: console.error },
  host: 'browser',
  version: manifest.version,
  // The tab opens addresses itself (browser-door.mjs).
  openExternal: async () => {},
})
app.start()
const host = await startBrowserHost(app, join(import.meta.dirname, '../../out/renderer'))
console.log(`Open this address once, in the tab that shall show Gangway:\n\n  ${host.url}\n\nCtrl+C ends it.`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void host.close().then(() => app.close()))
}
