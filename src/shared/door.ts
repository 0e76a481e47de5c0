import type { CallInput, CallName, CallOutput, EventName, EventValue, StreamInput, StreamName } from './contract.ts'
import type { Result } from './result.ts'

/**
 * The one door between the window and main, as the preload exposes it (`window.gangway`). `open` answers a stream's id;
 * its items then arrive as `stream` events, but not before the window grants credit with `stream.credit`.
 */
export type Door = {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>
  open<N extends StreamName>(name: N, input: StreamInput<N>): Promise<Result<string>>
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void
}
