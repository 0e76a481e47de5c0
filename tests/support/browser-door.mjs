// The door of #shared/door.ts for a browser tab: what the preload does over Electron's IPC, over a WebSocket. Loaded
// before the page's own script.
const socket = new WebSocket(`ws://${location.host}/`)
const pending = new Map()
const listeners = new Set()
const opened = new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
let next = 0

socket.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data)
  if ('event' in message) {
    for (const entry of [...listeners]) if (entry.name === message.event) entry.listener(message.value)
    return
  }
  pending.get(message.id)?.(message.result)
  pending.delete(message.id)
})
socket.addEventListener('close', () => {
  const raw = 'the browser host has ended'
  const problem = { code: 'connection-lost', status: 503, facts: {}, raw }
  for (const settle of pending.values()) settle({ ok: false, problem })
  pending.clear()
})

async function request(body) {
  await opened
  const id = ++next
  return new Promise((resolve) => {
    pending.set(id, resolve)
    socket.send(JSON.stringify({ id, request: body }))
  })
}

window.gangway = Object.freeze({
  call: async (name, input) => {
    const result = await request({ kind: 'call', name, input })
    // A tab opens what the Electron shell would hand to the system's browser.
    if (name === 'ports.open' && result.ok) window.open(result.value.opened, '_blank', 'noopener')
    return result
  },
  open: (name, input, stream) => request({ kind: 'open', name, input, stream }),
  on: (name, listener) => {
    const entry = { name, listener }
    listeners.add(entry)
    return () => listeners.delete(entry)
  },
})
