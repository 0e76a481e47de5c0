import { join } from 'node:path'
import type { System } from '#main/ports/system.ts'

/**
 * Where an app named Gangway keeps its data: Electron's `userData` for this platform and environment, so that the command
 * line reads what the window wrote.
 */
export function dataFolder({ platform, homedir, env }: Pick<System, 'platform' | 'homedir' | 'env'>): string {
  if (platform === 'darwin') return join(homedir, 'Library/Application Support/Gangway')
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir, 'AppData/Roaming'), 'Gangway')
  return join(env.XDG_CONFIG_HOME || join(homedir, '.config'), 'Gangway')
}
