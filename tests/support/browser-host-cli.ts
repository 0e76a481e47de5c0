import { join } from 'node:path'
import { createApp } from '#main/app.ts'
import { nodeSystem } from '#main/ports/system.ts'
import { version } from '../../package.json' with { type: 'json' }
import { startBrowserHost } from './browser-host.ts'

/** `npm start` without an Electron window: the app for one browser tab, until Ctrl+C. Started in the folder of the build. */
async function run(): Promise<void> {
  const app = await createApp({
    system: nodeSystem(),
    log: { info: console.log, warn: console.warn, error: console.error },
    host: 'browser',
    version,
    // The tab opens addresses itself (browser-door.mjs).
    openExternal: async () => {},
  })
  app.start()
  const folders = {
    page: join(process.cwd(), 'out/renderer'),
    door: join(process.cwd(), 'tests/support/browser-door.mjs'),
  }
  const host = await startBrowserHost(app, folders)
  console.log(`Open this address once, in the tab that shall show Gangway:\n\n  ${host.url}\n\nCtrl+C ends it.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void host.close().then(() => app.close()))
  }
}

run().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
