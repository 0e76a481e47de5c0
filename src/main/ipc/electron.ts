import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import { problemOf } from '#shared/problem.ts'
import { failed } from '#shared/result.ts'
import type { Serve } from './serve.ts'
import type { Caller, StreamHub } from './stream-hub.ts'

/** The windows that may ask, by the id of their contents. */
const callers = new Map<number, Caller>()

/**
 * Answers the door's requests. A request is answered only if it comes from a registered window, from its main frame, and
 * from a page of exactly `origin`; anything else gets a refusal and reaches no handler.
 */
export function serveWindows(serve: Serve, origin: string): void {
  ipcMain.handle('gangway', (event, request: unknown) => {
    const caller = callers.get(event.sender.id)
    if (!caller || !isOwnPage(event, origin)) return failed(problemOf('refused', { detail: 'foreign sender' }))
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
export function registerWindow(contents: WebContents, hub: StreamHub): Caller {
  const caller: Caller = {
    id: String(contents.id),
    send: (name, value) => {
      if (!contents.isDestroyed()) contents.send('gangway-event', name, value)
    },
  }
  callers.set(contents.id, caller)
  const endStreams = () => hub.closeAll(caller)
  // Told before the new page can ask for anything; until then the old one may still open streams.
  contents.on('did-navigate', endStreams)
  contents.on('render-process-gone', endStreams)
  contents.once('destroyed', () => {
    callers.delete(contents.id)
    endStreams()
  })
  return caller
}
