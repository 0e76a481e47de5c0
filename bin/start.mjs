// `npm start`: builds the app and opens it in Electron; where that cannot be, says why and serves it to a browser tab.
// `npm run demo` (--demo) does the same against the sample engine.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
const environment = { ...process.env }
const bin = (name) => join(root, 'node_modules/.bin', name)

build()
if (process.argv.includes('--demo')) environment.DOCKER_HOST = `unix://${await startSampleEngine()}`
const electron = findElectron()
const obstacle = electron.obstacle ?? displayObstacle()
if (obstacle) {
  console.log(`Electron's window cannot be opened: ${obstacle}.\nServing the same app to a browser tab instead.`)
  run(process.execPath, ['--import', 'tsx', 'tests/support/browser-host-cli.ts'])
} else run(electron.path, [...sandboxSwitch(), root])

function build() {
  const built = spawnSync(bin('electron-vite'), ['build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

/** The binary, fetched at first use by the electron package itself; or what stands in the way. */
function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) {
    const path = join(override, 'electron')
    return existsSync(path) ? { path } : { obstacle: `ELECTRON_OVERRIDE_DIST_PATH holds no ${path}` }
  }
  const fetched = spawnSync(process.execPath, [require.resolve('electron/install.js')], {
    encoding: 'utf8',
    timeout: 300_000,
  })
  if (fetched.status === 0) return { path: require('electron') }
  const reason = fetched.stderr.split('\n').find((line) => /error|ENOT|ECONN|EAI/i.test(line)) ?? 'no answer in time'
  return { obstacle: `its binary could not be fetched (${reason.trim()})` }
}

function displayObstacle() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return undefined
  return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)'
}

/** Chromium's sandbox refuses to start as root. */
function sandboxSwitch() {
  if (process.getuid?.() !== 0) return []
  console.warn('You are root: Chromium cannot be sandboxed. Start Gangway as an ordinary user where you can.')
  return ['--no-sandbox']
}

/** Starts the sample engine beside the app and answers its socket. It ends with this process. */
async function startSampleEngine() {
  const engine = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/sample-engine-cli.ts', '--containers', '60'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  process.once('exit', () => engine.kill())
  for await (const line of createInterface({ input: engine.stdout })) if (line.includes('.sock')) return line.trim()
  console.error('The sample engine did not start.')
  process.exit(1)
}

function run(file, args) {
  const child = spawn(file, args, { cwd: root, stdio: 'inherit', env: environment })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
