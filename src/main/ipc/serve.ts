import * as z from 'zod'
import {
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type StreamName,
  streamNumber,
  streams,
} from '#shared/contract.ts'
import type { Problem } from '#shared/problem.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, type Result } from '#shared/result.ts'
import type { Caller, StreamHub } from './stream-hub.ts'

export type Handlers = {
  [N in CallName]: (input: CallInput<N>, caller: Caller) => Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>
}

/** Answers one request of a window whose right to ask has been checked. Never rejects. */
export type Serve = (caller: Caller, request: unknown) => Promise<Result<unknown>>

const asked = { name: z.string().max(100), input: z.unknown() }
const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), ...asked }),
  z.object({ kind: z.literal('open'), ...asked, stream: streamNumber }),
])

/**
 * Between the wire and the handlers: reads the request, looks its name up in the contract, parses its input, and turns
 * whatever comes of it into a `Result`. `explain` makes a problem of a thrown bug.
 */
export function createServe(handlers: Handlers, hub: StreamHub, explain: (thrown: unknown) => Problem): Serve {
  return async (caller, message) => {
    const parsed = request.safeParse(message)
    if (!parsed.success) return failed(invalid('request', parsed.error))
    const { name, input } = parsed.data
    try {
      if (parsed.data.kind === 'open') {
        return isStream(name) ? openStream(hub, caller, parsed.data.stream, name, input) : failed(unknownCall(name))
      }
      return isCall(name) ? await answerCall(handlers, caller, name, input) : failed(unknownCall(name))
    } catch (thrown) {
      return failed(explain(thrown))
    }
  }
}

// `Object.hasOwn`, because every object also answers to `constructor` and `toString`.
function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

function isStream(name: string): name is StreamName {
  return Object.hasOwn(streams, name)
}

async function answerCall<N extends CallName>(handlers: Handlers, caller: Caller, name: N, input: unknown) {
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) return failed(invalid(name, parsed.error))
  // Parsed by the very row that types the handler's input; TypeScript cannot follow a union of rows that far.
  return handlers[name](parsed.data as CallInput<N>, caller)
}

function openStream<N extends StreamName>(
  hub: StreamHub,
  caller: Caller,
  stream: number,
  name: N,
  input: unknown,
): Result<null> {
  const parsed = streams[name].input.safeParse(input)
  if (!parsed.success) return failed(invalid(name, parsed.error))
  return hub.open(caller, stream, name, parsed.data as Parameters<typeof hub.open<N>>[3])
}

function invalid(name: string, error: z.ZodError): Problem {
  return problemOf('invalid-request', { name, detail: z.prettifyError(error).slice(0, 1_000) })
}

function unknownCall(name: string): Problem {
  return problemOf('unknown-call', { name })
}
