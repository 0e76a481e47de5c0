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

/**
 * Follow a stream until the returned function is called or main ends it. Each handled item grants one more, so a slow
 * window slows the stream down instead of filling memory.
 */
export function openStream<N extends StreamName>(
  name: N,
  input: StreamInput<N>,
  onItem: (item: StreamItem<N>) => void,
): () => void {
  let stream: string | null = null
  let closed = false

  const stopListening = onEvent('stream', (event) => {
    if (event.stream !== stream) return
    if (event.kind === 'end') {
      stopListening()
      return
    }
    // Main built it from the same table this type is inferred from.
    onItem(event.item as StreamItem<N>)
    void call('stream.credit', { stream, credits: 1 })
  })

  void window.gangway.open(name, input).then((opened) => {
    if (!opened.ok) {
      stopListening()
      return
    }
    stream = opened.value
    if (closed) void call('stream.close', { stream })
    else void call('stream.credit', { stream, credits: initialCredits })
  })

  return () => {
    closed = true
    stopListening()
    if (stream !== null) void call('stream.close', { stream })
  }
}
