import * as z from 'zod'

export const theme = z.enum(['system', 'dark', 'light'])

export const tableColumnIds = [
  'name',
  'image',
  'state',
  'status',
  'ports',
  'network',
  'ip',
  'project',
  'created',
  'id',
] as const
export const tableColumnId = z.enum(tableColumnIds)
export type TableColumnId = z.output<typeof tableColumnId>

/** What the renderer may read and change: how things look, never where anything connects. */
export const appearance = z.object({
  theme,
  density: z.enum(['dense', 'comfortable']),
  railCollapsed: z.boolean(),
  /** Pixels. */
  detailsWidth: z.int().min(280).max(900),
  table: z.object({
    columns: z.array(tableColumnId).min(1),
    /** Column widths in pixels, by column id; what is absent has its own default. */
    widths: z.partialRecord(tableColumnId, z.int().min(40).max(1200)),
    sort: z.object({ column: tableColumnId, descending: z.boolean() }),
    groupByProject: z.boolean(),
  }),
})
export type Appearance = z.output<typeof appearance>

/** settings.json, version 1. `pinned` is the endpoint, as text, that the user chose for `local`. */
export const settings = z.object({
  version: z.literal(1),
  enabled: z.boolean(),
  pinned: z.string().nullable(),
  window: z.object({
    x: z.int().optional(),
    y: z.int().optional(),
    width: z.int().min(400),
    height: z.int().min(300),
    maximized: z.boolean(),
  }),
  appearance,
})
export type Settings = z.output<typeof settings>
