/** Where a match lies in the text: offsets, the end excluded. */
export type Match = { start: number; end: number }

/** More matches than this are not counted: nobody steps through them. */
export const matchLimit = 10_000
/** Longer lines are continued on the next one, so that a line of a megabyte costs no more than a screen of it. */
const lineLimit = 400

const secret = '••••••••'

/**
 * The engine's indented JSON with the values of every `Env` list hidden. Works on the lines of the text, which is
 * indented by main, so that what is shown stays the engine's own words.
 */
export function hideEnvironment(raw: string): string {
  return raw.replace(/^(\s*)"Env": \[\n([\s\S]*?)\n\1\]/gm, (list) =>
    list.replace(/^(\s+"[^"=\\]*=)(?:[^"\\]|\\.)*"/gm, `$1${secret}"`),
  )
}

/** The offset at which each shown line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  let from = 0
  while (from < text.length) {
    const feed = text.indexOf('\n', from)
    const end = feed < 0 ? text.length : feed
    for (let cut = from + lineLimit; cut < end; cut += lineLimit) starts.push(cut)
    if (feed < 0) break
    from = feed + 1
    starts.push(from)
  }
  return starts
}

/** Every place the query occurs at, whatever its case, up to the limit. */
export function findMatches(text: string, query: string): Match[] {
  if (query === '') return []
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')
  const matches: Match[] = []
  for (const found of text.matchAll(pattern)) {
    matches.push({ start: found.index, end: found.index + found[0].length })
    if (matches.length === matchLimit) break
  }
  return matches
}

/** The position of the last element whose `read` is at most `offset`; -1 for none. The list is in ascending order. */
export function lastAtMost<T>(list: readonly T[], read: (item: T) => number, offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = list[middle]
    if (item !== undefined && read(item) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

export type Piece = { text: string; match: number | null; offset: number }

/** A line cut into plain and matching pieces. `match` is the number of the match a piece belongs to. */
export function linePieces(text: string, start: number, end: number, matches: readonly Match[]): Piece[] {
  const pieces: Piece[] = []
  let at = start
  const plain = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), match: null, offset: at })
  }
  for (
    let index = Math.max(
      0,
      lastAtMost(matches, (match) => match.end, start),
    );
    ;
    index++
  ) {
    const match = matches[index]
    if (!match || match.start >= end) break
    if (match.end <= at) continue
    const from = Math.max(at, match.start)
    const to = Math.min(end, match.end)
    plain(from)
    pieces.push({ text: text.slice(from, to), match: index, offset: from })
    at = to
  }
  plain(end)
  return pieces
}
