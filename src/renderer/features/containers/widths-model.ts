/** A column as far as its width goes, in pixels. `chosen` is what the user dragged it to, if ever. */
export type ColumnSize = { id: string; preferred: number; min: number; grows: number; chosen: number | undefined }

/**
 * Widths that fill `available`: columns the user sized keep their width; of the rest, what is left over goes to those that
 * grow, and what is missing is taken from all down to their minimum. Below that the grid scrolls sideways.
 */
export function fitWidths(columns: readonly ColumnSize[], available: number): Record<string, number> {
  const free = columns.filter((column) => column.chosen === undefined)
  const taken = columns.reduce((sum, column) => sum + (column.chosen ?? 0), 0)
  const wanted = free.reduce((sum, column) => sum + column.preferred, 0)
  const spare = Math.floor(available - taken - wanted)
  const widths = spare >= 0 ? grow(free, spare) : shrink(free, -spare)
  return Object.fromEntries(columns.map((column) => [column.id, column.chosen ?? widths.get(column.id) ?? column.min]))
}

function grow(columns: readonly ColumnSize[], spare: number): Map<string, number> {
  const shares = columns.reduce((sum, column) => sum + column.grows, 0)
  return new Map(
    columns.map((column) => [
      column.id,
      column.preferred + (shares > 0 ? Math.floor((spare * column.grows) / shares) : 0),
    ]),
  )
}

function shrink(columns: readonly ColumnSize[], missing: number): Map<string, number> {
  const give = columns.reduce((sum, column) => sum + column.preferred - column.min, 0)
  const part = give > 0 ? Math.min(1, missing / give) : 0
  return new Map(
    columns.map((column) => [column.id, Math.floor(column.preferred - (column.preferred - column.min) * part)]),
  )
}
