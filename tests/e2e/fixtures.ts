import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, test as base, expect, type Page, type PlaywrightWorkerArgs } from '@playwright/test'

export { expect }

const root = join(import.meta.dirname, '../..')
const earlyScheme = join(root, 'tests/support/early-scheme.cjs')

export type WindowOptions = {
  /** Variables beside a clean home; `DOCKER_HOST` says which engine `local` is. */
  env?: Record<string, string>
  size?: { width: number; height: number }
  colorScheme?: 'dark' | 'light'
}

/** Opens a window on the app: a real Electron window or a Chromium tab, as the project says. Closed after the test. */
export type OpenWindow = (options?: WindowOptions) => Promise<Page>

type Playwright = PlaywrightWorkerArgs['playwright']
type CleanUp = () => Promise<unknown>

export const test = base.extend<{ openWindow: OpenWindow }>({
  openWindow: async ({ playwright }, use, testInfo) => {
    const cleanUps: CleanUp[] = []
    const launch = testInfo.project.metadata.window === 'electron' ? openElectron : openTab
    await use((options = {}) => launch(playwright, options, (cleanUp) => cleanUps.unshift(cleanUp)))
    for (const cleanUp of cleanUps) await cleanUp()
  },
})

type Launch = (playwright: Playwright, options: WindowOptions, onEnd: (cleanUp: CleanUp) => void) => Promise<Page>

const openElectron: Launch = async ({ _electron }, { env = {}, size, colorScheme }, onEnd) => {
  const app = await _electron.launch({
    args: ['-r', earlyScheme, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    env: await cleanEnvironment(env, onEnd),
    ...(colorScheme ? { colorScheme } : {}),
  })
  onEnd(() => app.close())
  const page = await app.firstWindow()
  if (size) {
    await app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setContentSize(bounds.width, bounds.height),
      size,
    )
  }
  return page
}

let browser: Browser | undefined
test.afterAll(async () => {
  await browser?.close()
  browser = undefined
})

const openTab: Launch = async (
  { chromium },
  { env = {}, size = { width: 1280, height: 800 }, colorScheme = 'dark' },
  onEnd,
) => {
  const host = spawn(process.execPath, ['--import', 'tsx', 'tests/support/browser-host-cli.ts'], {
    cwd: root,
    env: await cleanEnvironment(env, onEnd),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onEnd(async () => host.kill())
  const url = await readUrl(host.stdout)
  browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const context = await browser.newContext({ viewport: size, colorScheme })
  onEnd(() => context.close())
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function readUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0]
    if (url) return url
  }
  throw new Error('the browser host ended before it said its address')
}

/** A home of its own for each window, and nothing of the tester's that points at an engine. */
async function cleanEnvironment(env: Record<string, string>, onEnd: (cleanUp: CleanUp) => void) {
  const home = await mkdtemp(join(tmpdir(), 'gangway-home-'))
  onEnd(() => rm(home, { recursive: true, force: true }))
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('DOCKER_') && !name.startsWith('XDG_'))
  return { ...Object.fromEntries(kept), HOME: home, XDG_CONFIG_HOME: join(home, '.config'), ...env } as Record<
    string,
    string
  >
}
