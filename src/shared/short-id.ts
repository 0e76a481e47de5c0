/** How many characters of an id people are shown; ids shorter than that stay as they are. */
export function shortId(id: string): string {
  return id.slice(0, 12)
}
