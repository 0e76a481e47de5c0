import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { App } from '#main/app.ts'
import { contentPolicy } from '#main/content-policy.ts'
import { listPageFiles } from '#main/page-files.ts'

/** A running browser host. `url` holds the one-time token: the first tab that opens it becomes the window. */
export type BrowserHost = { url: string; close(): Promise<void> }

const frame = z.object({ id: z.int(), request: z.unknown() })

/**
 * Serves the built page and the same app to a browser tab: what the preload does over Electron's IPC, this does over a
 * WebSocket. Loopback only; the token of `url` works once and becomes a cookie that a script cannot read; requests must
 * name this host and come from this page, so neither another page nor a rebound name can use it.
 */
export async function startBrowserHost(app: App, folders: { page: string; door: string }): Promise<BrowserHost> {
  const files = await listPageFiles(folders.page)
  const door = await readFile(folders.door)
  let token: string | undefined = randomBytes(32).toString('hex')
  const cookie = randomBytes(32).toString('hex')
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`

  const headers = {
    'Content-Security-Policy': contentPolicy("'self'", `'self' ws://${host}`),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${host}`)
    if (request.headers.host !== host) return refuse(response)
    const offered = url.searchParams.get('token')
    if (offered !== null) {
      if (!token || !isSame(offered, token)) return refuse(response)
      token = undefined
      response.writeHead(303, { Location: '/', 'Set-Cookie': `gangway=${cookie}; HttpOnly; SameSite=Strict; Path=/` })
      response.end()
      return
    }
    if (!hasCookie(request, cookie)) return refuse(response)
    if (url.pathname === '/door.js') {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/javascript' }).end(door)
      return
    }
    const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname)
    if (!file) return void response.writeHead(404, headers).end('not found')
    const body = await file.read()
    const isPage = file.contentType.startsWith('text/html')
    response.writeHead(200, { ...headers, 'Content-Type': file.contentType })
    response.end(isPage ? withDoor(body.toString('utf8')) : body)
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 })
  let windows = 0
  server.on('upgrade', (request, socket, head) => {
    const own =
      request.headers.host === host && request.headers.origin === `http://${host}` && hasCookie(request, cookie)
    if (!own) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (tab) => serveTab(app, tab, `tab-${++windows}`))
  })

  return {
    url: `http://${host}/?token=${token}`,
    close: async () => {
      for (const tab of sockets.clients) tab.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function serveTab(app: App, tab: WebSocket, id: string): void {
  const caller = {
    id,
    send: (name: string, value: unknown) => tab.send(JSON.stringify({ event: name, value })),
  }
  const stopNotices = app.services.onNotice((notice) => caller.send('notice', notice))
  const answer = async (data: string) => {
    const { id: request, request: body } = frame.parse(JSON.parse(data))
    tab.send(JSON.stringify({ id: request, result: await app.serve(caller, body) }))
  }
  // Only our own door speaks here; whatever does not parse is somebody else.
  tab.on('message', (data) => void answer(String(data)).catch(() => tab.terminate()))
  tab.on('close', () => {
    stopNotices()
    app.hub.closeAll(caller)
  })
}

/** The door must stand before the page's own script looks for it. */
function withDoor(page: string): string {
  return page.replace('<script', '<script src="/door.js"></script>\n    <script')
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Type': 'text/plain' }).end('This address works once, in the tab it was made for.')
}

function hasCookie(request: IncomingMessage, value: string): boolean {
  const cookies = (request.headers.cookie ?? '').split('; ')
  return cookies.some((entry) => isSame(entry, `gangway=${value}`))
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}
