import { join } from 'node:path'
import { protocol, session } from 'electron'
import { contentPolicy } from './content-policy.ts'
import { listPageFiles } from './page-files.ts'

/** The page's own origin. A scheme of ours instead of `file:`, which may read the disk. */
export const pageOrigin = 'app://ui'

/** Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false } },
  ])
}

/** Serves the built page under `app://ui/`, and cancels every request the page could make to anywhere else. */
export async function servePage(developmentServer: string | undefined): Promise<void> {
  const files = await listPageFiles(join(import.meta.dirname, '../renderer'))
  const headers = { 'Content-Security-Policy': contentPolicy(), 'X-Content-Type-Options': 'nosniff' }
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'ui' ? files.get(url.pathname === '/' ? '/index.html' : url.pathname) : undefined
    if (!file || request.method !== 'GET') return new Response('not found', { status: 404 })
    return new Response(new Uint8Array(await file.read()), {
      headers: { ...headers, 'Content-Type': file.contentType },
    })
  })
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, developmentServer) })
  })
}

function isOwnRequest(url: string, developmentServer: string | undefined): boolean {
  if (url.startsWith(`${pageOrigin}/`) || url.startsWith('data:') || url.startsWith('devtools:')) return true
  if (!developmentServer) return false
  return url.startsWith(developmentServer) || url.startsWith(developmentServer.replace(/^http/, 'ws'))
}
