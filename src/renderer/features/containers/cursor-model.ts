/** Where a key moves the cursor to among `count` lines, or null when the key moves nothing. -1 is no cursor yet. */
export function movedCursor(key: string, cursor: number, count: number, page: number): number | null {
  if (count === 0) return null
  const last = count - 1
  const target = {
    ArrowDown: cursor + 1,
    ArrowUp: cursor < 0 ? last : cursor - 1,
    Home: 0,
    End: last,
    PageDown: cursor + page,
    PageUp: cursor - page,
  }[key]
  return target === undefined ? null : Math.min(last, Math.max(0, target))
}

/** Ids between two positions, both ends included, whichever comes first. */
export function idsBetween(ids: readonly (string | null)[], from: number, to: number): string[] {
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1).filter((id) => id !== null)
}

/** The set with these ids turned on or off. */
export function withIds(selected: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(selected)
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return next
}
