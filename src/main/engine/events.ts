import type { Readable } from 'node:stream'
import * as z from 'zod'
import { TransportFault } from '#main/problems/transport-fault.ts'
import type { Engine } from './connect.ts'

/** What an event says of one container: it changed (look again), or it is gone. */
export type ContainerChange = { id: string; gone: boolean }

const maxLineBytes = 1024 * 1024

const event = z.object({
  Type: z.string().optional(),
  Action: z.string(),
  Actor: z.object({ ID: z.string(), Attributes: z.record(z.string(), z.unknown()).nullish().catch(null) }),
})

/**
 * Actions that change nothing a row shows. Health checks alone emit three of them every few seconds for each container,
 * so they must not cost a request. Docker may append detail after a colon: `exec_start: /bin/sh`.
 */
const invisibleActions =
  /^(exec_|exec$|top|attach|detach|resize|archive-path|extract-to-dir|copy|export|commit|checkpoint|init|sync|mount|unmount|cleanup)/

/**
 * Subscribes to the engine's events and reports each that concerns a row, until `signal` aborts. Rejects when the stream
 * ends for any other reason: whoever listens has then missed something and must list again. `onOpen` is called once the
 * engine has accepted the subscription: what happens later than that is not missed.
 */
export async function followEvents(
  engine: Engine,
  options: { signal: AbortSignal; onOpen: () => void; onChange: (change: ContainerChange) => void },
): Promise<void> {
  const stream: unknown = await engine.docker.getEvents({
    filters: { type: ['container', 'network'] },
    abortSignal: options.signal,
  })
  if (!isReadable(stream)) throw new TransportFault('ping-not-docker', { sample: 'no event stream' })
  const stop = () => stream.destroy()
  options.signal.addEventListener('abort', stop, { once: true })
  try {
    options.onOpen()
    for await (const line of readLines(stream)) {
      const change = readChange(line)
      if (change) options.onChange(change)
    }
  } catch (error) {
    if (!options.signal.aborted) throw error
  } finally {
    options.signal.removeEventListener('abort', stop)
    stream.destroy()
  }
  // A stream that ends in order has lost its engine all the same: dockerd closes it when it stops.
  if (!options.signal.aborted) throw new TransportFault('stream-ended', {})
}

/** What one event line means for the list, or null where it means nothing. Total: a strange line is no event. */
export function readChange(line: string): ContainerChange | null {
  const parsed = event.safeParse(parseJson(line))
  if (!parsed.success) return null
  const { Type, Action, Actor } = parsed.data
  if (Type === 'network') {
    const id = Actor.Attributes?.container
    return typeof id === 'string' && /^(dis)?connect/.test(Action) ? { id, gone: false } : null
  }
  if ((Type ?? 'container') !== 'container' || invisibleActions.test(Action)) return null
  return { id: Actor.ID, gone: Action === 'destroy' || Action === 'remove' }
}

async function* readLines(stream: Readable): AsyncGenerator<string> {
  let rest = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > maxLineBytes) throw new TransportFault('body-too-large', { limit: maxLineBytes })
    for (const line of lines) if (line.trim() !== '') yield line
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isReadable(value: unknown): value is Readable {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'destroy' in value
}
