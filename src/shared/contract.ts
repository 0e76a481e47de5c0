import * as z from 'zod'
import { container, containerDetails } from './container.ts'
import { diagnosis } from './diagnosis.ts'
import { sessionState, sourceView } from './session.ts'
import { appearance } from './settings.ts'
import { sourceId } from './source.ts'

const nothing = z.null()
/** The window numbers its streams itself: it can grant credit, and hear items, before main has answered. */
export const streamNumber = z.int().min(1)
const containerId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, 'not a container id')

/**
 * THE table: every question the window may ask. Handlers and the client are inferred from it, inputs are parsed by it
 * before any handler sees them. A call answers `Result<output>`; a missing handler does not compile.
 */
export const calls = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      host: z.enum(['electron', 'browser', 'terminal']),
      dataFolder: z.string(),
    }),
  },
  'sources.retry': { input: z.object({ source: sourceId }), output: nothing },
  /** Pin what `local` resolves to, by a candidate's id; null unpins. */
  'sources.pin': { input: z.object({ source: sourceId, candidate: z.string().max(200).nullable() }), output: nothing },
  'sources.diagnose': { input: z.object({ source: sourceId }), output: diagnosis },
  'containers.list': { input: z.object({ source: sourceId, all: z.boolean() }), output: z.array(container) },
  'containers.inspect': { input: z.object({ source: sourceId, id: containerId }), output: containerDetails },
  /** Open a published port in the system's browser. The address is built in main from what the engine reported. */
  'ports.open': {
    input: z.object({ source: sourceId, container: containerId, publicPort: z.int().min(1).max(65535) }),
    output: z.object({ opened: z.string() }),
  },
  'settings.read': {
    input: nothing,
    output: z.object({
      appearance,
      enabled: z.boolean(),
      switchedOffBy: z.enum(['environment', 'setting']).nullable(),
    }),
  },
  'settings.appearance': { input: appearance, output: nothing },
  'settings.enabled': { input: z.object({ enabled: z.boolean() }), output: nothing },
  'stream.credit': { input: z.object({ stream: streamNumber, credits: z.int().min(1).max(64) }), output: nothing },
  'stream.close': { input: z.object({ stream: streamNumber }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** Everything that flows: items arrive as `stream` events, one for each credit the window has granted. */
export const streams = {
  'sources.watch': { input: nothing, item: z.array(sourceView) },
  'containers.watch': {
    input: z.object({ source: sourceId }),
    item: z.discriminatedUnion('kind', [
      /** The whole list, after a connection or a gap. */
      z.object({ kind: z.literal('snapshot'), rows: z.array(container), freshAt: z.number() }),
      /** Single rows that changed. */
      z.object({
        kind: z.literal('patch'),
        changed: z.array(container),
        removed: z.array(z.string()),
        freshAt: z.number(),
      }),
      z.object({ kind: z.literal('state'), state: sessionState, freshAt: z.number() }),
    ]),
  },
} as const satisfies Record<string, { input: z.ZodType; item: z.ZodType }>

/** What main tells the window unasked. */
export const events = {
  stream: z.discriminatedUnion('kind', [
    /** `item` is JSON: a string crosses into the page in one copy, an object value by value (docs/decisions/0006-window.md). */
    z.object({ kind: z.literal('item'), stream: streamNumber, item: z.string() }),
    z.object({ kind: z.literal('end'), stream: streamNumber }),
  ]),
  /** A command chosen in the application menu. */
  command: z.enum(['palette', 'settings', 'shortcuts', 'retry']),
  /** Something the user should know that no panel is open for: a settings file kept aside, for one. */
  notice: z.object({ title: z.string(), message: z.string() }),
} as const satisfies Record<string, z.ZodType>

export type CallName = keyof typeof calls
export type CallInput<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>
export type StreamName = keyof typeof streams
export type StreamInput<N extends StreamName> = z.output<(typeof streams)[N]['input']>
export type StreamItem<N extends StreamName> = z.output<(typeof streams)[N]['item']>
export type EventName = keyof typeof events
export type EventValue<N extends EventName> = z.output<(typeof events)[N]>
