import type { CallInput, CallName, CallOutput, EventName, EventValue, StreamInput, StreamName } from './contract.ts'
import type { Result } from './result.ts'

/**
 * The one door between the window and main, as the preload exposes it (`window.gangway`). `open` starts a stream under a
 * number the window has not used before; its items arrive as `stream` events, one for each `stream.credit`.
 */
export type Door = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>
  open<N extends StreamName>(name: N, input: StreamInput<N>, stream: number): Promise<Result<null>>
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void
}
