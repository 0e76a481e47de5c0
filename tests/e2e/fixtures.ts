import { spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, test as base, expect, type Page, type PlaywrightWorkerArgs } from '@playwright/test'
import { defaultSettings } from '#shared/default-settings.ts'
import { type Ids, idsWords, ownHome, publishBuild, writeLauncher } from '#tests/support/run-as.ts'

export { expect }

export type WindowOptions = {
  /** Variables beside a clean home; `DOCKER_HOST` says which engine `local` is. */
  env?: Record<string, string>
  size?: { width: number; height: number }
  colorScheme?: 'dark' | 'light'
  /** Whom the app runs as; the tester unless told. */
  ids?: Ids
}

/** Opens a window on the app: a real Electron window or a Chromium tab, as the project says. Closed after the test. */
export type OpenWindow = (options?: WindowOptions) => Promise<Page>

type Build = Awaited<ReturnType<typeof publishBuild>>
type CleanUp = () => Promise<unknown>
type Launch = (
  tools: { playwright: PlaywrightWorkerArgs['playwright']; build: Build; tabs: Browser },
  options: WindowOptions,
  onEnd: (cleanUp: CleanUp) => void,
) => Promise<Page>

export const test = base.extend<{ openWindow: OpenWindow }, { build: Build; tabs: Browser }>({
  build: [
    async ({ playwright: _ }, use) => {
      const build = await publishBuild()
      await use(build)
      build.remove()
    },
    { scope: 'worker' },
  ],
  tabs: [
    async ({ playwright }, use) => {
      const browser = await playwright.chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  openWindow: async ({ playwright, build, tabs }, use, testInfo) => {
    const cleanUps: CleanUp[] = []
    const launch = testInfo.project.metadata.window === 'electron' ? openElectron : openTab
    await use((options = {}) => launch({ playwright, build, tabs }, options, (cleanUp) => cleanUps.unshift(cleanUp)))
    for (const cleanUp of cleanUps) await cleanUp()
  },
})

const openElectron: Launch = async ({ playwright, build }, options, onEnd) => {
  const { size = { width: 1280, height: 800 }, colorScheme = 'dark', ids } = options
  const { home, env } = await makeHome(options, onEnd)
  await rememberSize(home, size, ids)
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const launcher = ids && dist ? { executablePath: writeLauncher(home, join(dist, 'electron'), ids) } : {}
  const app = await playwright._electron.launch({
    args: [
      '-r',
      join(build.folder, 'tests/support/early-scheme.cjs'),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      build.folder,
    ],
    env,
    colorScheme,
    ...launcher,
  })
  onEnd(() => app.close())
  const page = await app.firstWindow()
  return page
}

/** The window opens as it was left: with the size that its settings remember. */
async function rememberSize(home: string, size: { width: number; height: number }, ids: Ids | undefined) {
  const path = join(home, '.config/Gangway/settings.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify({ ...defaultSettings, window: { ...size, maximized: false } }))
  if (!ids) return
  for (const owned of [path, dirname(path), dirname(dirname(path))]) await chown(owned, ids.uid, ids.gid)
}

const openTab: Launch = async ({ build, tabs }, options, onEnd) => {
  const { size = { width: 1280, height: 800 }, colorScheme = 'dark', ids } = options
  const { env } = await makeHome(options, onEnd)
  const words = [...(ids ? idsWords(ids) : []), process.execPath, build.host]
  const host = spawn(words[0] ?? '', words.slice(1), { cwd: build.folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  onEnd(async () => host.kill())
  const url = await readUrl(host.stdout)
  const context = await tabs.newContext({ viewport: size, colorScheme })
  onEnd(() => context.close())
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function readUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const url = /http:\/\/127\.0\.0\.1:\S+/.exec(String(line))?.[0]
    if (url) return url
  }
  throw new Error('the browser host ended before it said its address')
}

/** A home of its own for each window, and nothing of the tester's that points at an engine. */
async function makeHome({ env = {}, ids }: WindowOptions, onEnd: (cleanUp: CleanUp) => void) {
  const home = await mkdtemp(join(tmpdir(), 'gangway-home-'))
  onEnd(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name.startsWith('DOCKER_') || name.startsWith('XDG_') ? [] : [[name, value]],
  )
  const own = ids ? ownHome(home, ids) : {}
  const clean: Record<string, string> = {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    ...own,
    ...env,
  }
  return { home, env: clean }
}
