import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Where windows can be opened: the display there is, or an invisible one (Xvfb) that `close` ends. */
export async function openDisplay(): Promise<{ display: string; close(): void }> {
  const { DISPLAY } = process.env
  if (DISPLAY) return { display: DISPLAY, close: () => {} }
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const started = new Promise<string>((resolve, reject) => {
    server.once('error', () => reject(new Error('no display, and no Xvfb to make one: apt-get install xvfb')))
    server.once('exit', () => reject(new Error('Xvfb ended before it had a display')))
    createInterface({ input: server.stdout }).once('line', resolve)
  })
  return { display: `:${await started}`, close: () => void server.kill() }
}
