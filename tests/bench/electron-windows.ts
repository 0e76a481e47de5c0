import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'

const root = join(import.meta.dirname, '../..')

export type BenchWindow = { app: ElectronApplication; page: Page; pid: number; close(): Promise<void> }

/** The built app, in a window of its own, on the engine at `socket`; its settings are nobody's. */
export async function openGangway(display: string, socket: string): Promise<BenchWindow> {
  const home = await mkdtemp(join(tmpdir(), 'gangway-home-'))
  const env = { DISPLAY: display, HOME: home, XDG_CONFIG_HOME: home, DOCKER_HOST: `unix://${socket}` }
  return open(['-r', join(root, 'tests/support/early-scheme.cjs'), root], env, home)
}

const emptyMain = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<!doctype html><title>empty</title><main id="empty">empty</main>')
})
app.on('window-all-closed', () => app.quit())
`

/** The least that Electron can be: one window with one word in it. */
export async function openEmpty(display: string): Promise<BenchWindow> {
  const home = await mkdtemp(join(tmpdir(), 'gangway-empty-'))
  await writeFile(join(home, 'main.js'), emptyMain)
  await writeFile(join(home, 'package.json'), '{"name":"empty","main":"main.js"}')
  return open([home], { DISPLAY: display, HOME: home, XDG_CONFIG_HOME: home }, home)
}

async function open(args: string[], env: Record<string, string>, home: string): Promise<BenchWindow> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  const app = await _electron.launch({
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
    env: { ...Object.fromEntries(inherited), ...env },
  })
  const close = async () => {
    await app.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { app, page: await app.firstWindow(), pid: app.process().pid ?? 0, close }
  } catch (error) {
    await close()
    throw error
  }
}
