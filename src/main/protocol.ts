import { join } from 'node:path'
import { protocol, session } from 'electron'
import { contentPolicy } from './content-policy.ts'
import { listPageFiles } from './page-files.ts'

/** The page's own origin. A scheme of ours instead of `file:`, which may read the disk. */
export const pageOrigin = 'app://ui'

/**
 * Makes `app:` a scheme with an origin of its own. Electron allows that only before it is ready, which is when it loads an
 * app's entry; answers false where a launcher loads the entry later (`servePage` then says more in words).
 */
export function registerScheme(): boolean {
  try {
    protocol.registerSchemesAsPrivileged([
      { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    ])
    return true
  } catch {
    // Asking `app.isReady()` instead is no use: test drivers answer it for their own purposes.
    return false
  }
}

/**
 * Serves the built page under `app://ui/`, and cancels every request the page could make to anywhere else. A page on a
 * scheme that was not registered has an opaque origin: `'self'` matches nothing there, so the policy names the scheme,
 * which serves these same files only. Settles when the first file is on its way.
 */
export function servePage(hasOrigin: boolean, developmentServer: string | undefined): Promise<void> {
  const listing = listPageFiles(join(import.meta.dirname, '../renderer'))
  const headers = {
    'Content-Security-Policy': contentPolicy(hasOrigin ? "'self'" : 'app:'),
    'X-Content-Type-Options': 'nosniff',
    ...(hasOrigin ? {} : { 'Access-Control-Allow-Origin': 'null' }),
  }
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, developmentServer) })
  })
  return new Promise((resolve) => {
    protocol.handle('app', async (request) => {
      const url = new URL(request.url)
      const files = await listing
      const file = url.host === 'ui' ? files.get(url.pathname === '/' ? '/index.html' : url.pathname) : undefined
      if (!file || request.method !== 'GET') return new Response('not found', { status: 404 })
      const body = new Uint8Array(await file.read())
      setImmediate(resolve)
      return new Response(body, { headers: { ...headers, 'Content-Type': file.contentType } })
    })
    if (developmentServer) resolve()
  })
}

function isOwnRequest(url: string, developmentServer: string | undefined): boolean {
  if (url.startsWith(`${pageOrigin}/`) || url.startsWith('data:') || url.startsWith('devtools:')) return true
  if (!developmentServer) return false
  return url.startsWith(developmentServer) || url.startsWith(developmentServer.replace(/^http/, 'ws'))
}
