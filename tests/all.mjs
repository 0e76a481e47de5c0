// `npm run test:all`: everything that is tested, on a fresh Debian machine. Installs the Debian packages it needs when it
// is root and says which; fails, and does not skip, when a part is missing. Only the tests of the Electron window may be
// skipped, loudly, where no Electron binary can be had (never with GANGWAY_REQUIRE_ELECTRON=1): their twins run in Chromium.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = mkdtempSync(join(tmpdir(), 'gangway-results-'))
const require = createRequire(import.meta.url)

/** The Debian package that brings each program the tests start. */
const packages = {
  dockerd: 'docker.io',
  iptables: 'iptables',
  busybox: 'busybox-static',
  podman: 'podman',
  setfacl: 'acl',
  setpriv: 'util-linux',
  chromium: 'chromium',
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
}

const total = { passed: 0, failed: 0, skipped: 0 }
try {
  installPackages()
  const electron = findElectron()
  step('check', 'npm', ['run', '--silent', 'check'])
  step('build', 'npm', ['run', '--silent', 'build'])
  vitest()
  playwright(electron)
} finally {
  rmSync(results, { recursive: true, force: true })
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed === 0 ? 0 : 1)

function installPackages() {
  const missing = Object.keys(packages).filter((program) => !onPath(program))
  if (missing.length === 0) return
  const names = [...new Set(missing.map((program) => packages[program]))]
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(`Missing: ${missing.join(', ')}. Install as root: apt-get install ${names.join(' ')}`)
    end()
  }
  console.log(`Installing Debian packages: ${names.join(' ')}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words) => spawnSync('apt-get', words, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...names)
  const still = missing.filter((program) => !onPath(program))
  if (still.length > 0) {
    console.error(`Still missing after the installation: ${still.join(', ')}`)
    end()
  }
}

/** The Electron to test in, or null where none can be had. */
function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override && existsSync(join(override, 'electron'))) return join(override, 'electron')
  const fetched = spawnSync(process.execPath, [require.resolve('electron/install.js')], { timeout: 300_000 })
  return fetched.status === 0 ? require('electron') : null
}

function step(name, file, words, environment = {}) {
  console.log(`\n== ${name}`)
  const ran = spawnSync(file, words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  if (ran.status === 0) total.passed++
  else {
    total.failed++
    console.error(`${name} failed`)
  }
}

function vitest() {
  const output = join(results, 'vitest.json')
  console.log('\n== unit and engine tests')
  const words = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  const ran = spawnSync('npx', words, { cwd: root, stdio: 'inherit' })
  const report = readReport(output)
  if (!report) return void total.failed++
  total.passed += report.numPassedTests
  // A suite that fails to load has no failed test of its own.
  const brokenSuites = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  total.failed += report.numFailedTests + brokenSuites.length
  // Nothing here may be skipped: what is skipped was not shown to work.
  total.failed += report.numPendingTests + report.numTodoTests
  if (ran.status !== 0 && total.failed === 0) total.failed++
}

function playwright(electron) {
  const projects = electron ? [] : ['--project=browser']
  if (!electron) {
    const message =
      'No Electron binary can be had here: the tests of its window are SKIPPED; their twins run in Chromium.'
    console.error(`\n!! ${message}`)
    if (process.env.GANGWAY_REQUIRE_ELECTRON === '1') total.failed++
    else total.skipped++
  }
  const output = join(results, 'playwright.json')
  console.log('\n== window tests')
  const command = ['npx', 'playwright', 'test', '--reporter=line,json', ...projects]
  const [file, ...words] = process.env.DISPLAY ? command : ['xvfb-run', '-a', ...command]
  const override = electron ? { ELECTRON_OVERRIDE_DIST_PATH: join(electron, '..') } : {}
  const environment = { ...process.env, ...override, PLAYWRIGHT_JSON_OUTPUT_NAME: output }
  const ran = spawnSync(file, words, { cwd: root, stdio: 'inherit', env: environment })
  const report = readReport(output)
  if (!report) return void total.failed++
  const { expected, unexpected, flaky, skipped } = report.stats
  total.passed += expected
  total.failed += unexpected + flaky + skipped + report.errors.length
  if (ran.status !== 0 && total.failed === 0) total.failed++
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    console.error('no report was written')
    return undefined
  }
}

function onPath(program) {
  return `${process.env.PATH}${delimiter}/usr/sbin${delimiter}/sbin`.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function end() {
  console.log('0 passed, 1 failed')
  process.exit(1)
}
