import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeSystem, type System } from '#main/ports/system.ts'

/** This machine as it is, but with an own home and environment, so that nothing of the developer's decides a test. */
export function testSystem(home: string, changes: Partial<System> = {}): System {
  return { ...nodeSystem(), platform: 'linux', homedir: home, env: { XDG_RUNTIME_DIR: join(home, 'run') }, ...changes }
}

/** Writes a file and the folders above it. */
export function writeInto(folder: string, path: string, text = ''): string {
  const whole = join(folder, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, text)
  return whole
}
