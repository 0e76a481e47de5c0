import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { Problem } from '#shared/problem.ts'
import { failed } from '#shared/result.ts'
import type { App } from '../app.ts'
import type { Caller } from './stream-hub.ts'

/** The windows that may ask, by the id of their contents. */
const callers = new Map<number, Caller>()

const refused: Problem = { code: 'refused', status: 403, facts: { detail: 'foreign sender' }, raw: '' }

/**
 * Answers the door's requests, those that come before the app has started when it has. A request is answered only if it comes from a registered window, from its main frame, and
 * from a page of exactly `origin`; anything else gets a refusal and reaches no handler.
 */
export function serveWindows(starting: Promise<Pick<App, 'serve'>>, origin: string): void {
  ipcMain.handle('gangway', async (event, request: unknown) => {
    const caller = callers.get(event.sender.id)
    if (!caller || !isOwnPage(event, origin)) return failed(refused)
    const { serve } = await starting
    return serve(caller, request)
  })
}

function isOwnPage(event: IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame
  if (!frame || frame !== event.sender.mainFrame) return false
  try {
    const url = new URL(frame.url)
    // `origin` of a custom scheme is "null" to URL, so the parts are compared.
    return `${url.protocol}//${url.host}` === origin
  } catch {
    return false
  }
}

/** Lets a window ask, and ends its streams when it reloads, crashes or closes. */
export function registerWindow(contents: WebContents, starting: Promise<Pick<App, 'hub'>>): Caller {
  const caller: Caller = {
    id: String(contents.id),
    send: (name, value) => {
      if (!contents.isDestroyed()) contents.send('gangway-event', name, value)
    },
  }
  callers.set(contents.id, caller)
  const endStreams = () => void starting.then(({ hub }) => hub.closeAll(caller))
  // Told before the new page can ask for anything; until then the old one may still open streams.
  contents.on('did-navigate', endStreams)
  contents.on('render-process-gone', endStreams)
  contents.once('destroyed', () => {
    callers.delete(contents.id)
    endStreams()
  })
  return caller
}
