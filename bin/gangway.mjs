#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../out/cli/index.js', import.meta.url)
if (!existsSync(built)) {
  console.error(`gangway is not built yet: run "npm run build" in ${fileURLToPath(new URL('..', import.meta.url))}`)
  process.exit(70)
}
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const { main } = await import(built.href)
// A reader that closes early (`gangway ps | head`) is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 70))
process.exitCode = await main(process.argv.slice(2), version)
