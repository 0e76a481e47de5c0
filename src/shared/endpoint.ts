import * as z from 'zod'

/** The address a source resolves to. `path` is absolute; `port` is 1–65535. */
export const endpoint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unix'), path: z.string() }),
  z.object({ kind: z.literal('npipe'), path: z.string() }),
  z.object({ kind: z.literal('tcp'), host: z.string(), port: z.int() }),
  z.object({ kind: z.literal('tls'), host: z.string(), port: z.int() }),
  z.object({ kind: z.literal('ssh'), user: z.string(), host: z.string(), port: z.int() }),
])
export type Endpoint = z.output<typeof endpoint>
export type Transport = Endpoint['kind']
