import * as z from 'zod'

/**
 * What a list is read from: this machine, or a saved server's UUID. The renderer names a source and nothing else:
 * never an address, a path or a command. Branded, so a raw string does not compile where a source is due.
 */
export const sourceId = z.union([z.literal('local'), z.uuid()]).brand<'SourceId'>()
export type SourceId = z.output<typeof sourceId>

export const localSource: SourceId = sourceId.parse('local')
