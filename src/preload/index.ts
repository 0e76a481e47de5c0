import { contextBridge, ipcRenderer } from 'electron'
import type { Door } from '#shared/door.ts'

/**
 * The one door between the window and main. It knows no names: main looks every one up in the contract and parses what
 * comes with it. Nothing of `ipcRenderer` passes through, and listeners never see Electron's event, which holds a sender.
 */
const door: Door = {
  call: (name, input) => ipcRenderer.invoke('gangway', { kind: 'call', name, input }),
  open: (name, input, stream) => ipcRenderer.invoke('gangway', { kind: 'open', name, input, stream }),
  on: (name, listener) => {
    const receive = (_event: unknown, from: unknown, value: Parameters<typeof listener>[0]) => {
      if (from === name) listener(value)
    }
    ipcRenderer.on('gangway-event', receive)
    return () => {
      ipcRenderer.off('gangway-event', receive)
    }
  },
}

contextBridge.exposeInMainWorld('gangway', Object.freeze(door))
