import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventValue,
  StreamInput,
  StreamItem,
  StreamName,
} from '#shared/contract.ts'
import type { Door } from '#shared/door.ts'
import type { Result } from '#shared/result.ts'

declare global {
  interface Window {
    readonly gangway: Door
  }
}

/** How many items main may send before the window has handled the first. */
const initialCredits = 8

/** Ask main. A door that is gone (main is restarting, the tab lost its socket) answers as a problem like any other. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  try {
    return await window.gangway.call(name, input)
  } catch (error) {
    return { ok: false, problem: { code: 'unexpected', status: 500, facts: {}, raw: String(error) } }
  }
}

/** Listen to what main tells unasked. Returns the function that stops listening. */
export function onEvent<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void {
  return window.gangway.on(name, listener)
}

/** What the window follows, by the number it gave the stream. */
const followed = new Map<number, (item: unknown) => void>()
let lastStream = 0
let stopListening = () => {}

/**
 * Follow a stream until the returned function is called or main ends it. Each handled item grants one more, so a slow
 * window slows the stream down instead of filling memory.
 */
export function openStream<N extends StreamName>(
  name: N,
  input: StreamInput<N>,
  onItem: (item: StreamItem<N>) => void,
): () => void {
  const stream = ++lastStream
  // One listener for all: each would get a copy of every item.
  if (followed.size === 0) stopListening = onEvent('stream', hear)
  // Main built it from the same table this type is inferred from.
  followed.set(stream, (item) => onItem(item as StreamItem<N>))

  // Both at once: main answers in the order it is asked.
  void window.gangway.open(name, input, stream).then((opened) => opened.ok || forget(stream))
  void call('stream.credit', { stream, credits: initialCredits })

  return () => {
    if (forget(stream)) void call('stream.close', { stream })
  }
}

function hear(event: EventValue<'stream'>): void {
  const { stream } = event
  const handle = followed.get(stream)
  if (!handle) return
  if (event.kind === 'end') {
    forget(stream)
    return
  }
  handle(JSON.parse(event.item))
  void call('stream.credit', { stream, credits: 1 })
}

/** True if it was followed. */
function forget(stream: number): boolean {
  const was = followed.delete(stream)
  if (was && followed.size === 0) stopListening()
  return was
}
