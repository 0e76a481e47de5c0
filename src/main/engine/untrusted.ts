/**
 * Readers for an engine's JSON. Every one is total: what is missing or of another type reads as empty. Written by hand
 * because lists are long: zod takes 20 ms for 1,000 rows where these take 2 (docs/decisions/0004-reading-lists.md). The
 * rows they give are held to the zod schema of the contract by a property test.
 */

/** An object's own fields, its `__proto__` among them, or an empty one. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

/** A port number, or undefined for what is none. */
export function portOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536 ? value : undefined
}

/**
 * Text pairs of an object, sorted by key. Pairs and not an object: an engine may name a label `__proto__`, and the pair
 * survives every copy.
 */
export function pairsOf(value: unknown): { key: string; value: string }[] {
  return Object.entries(fieldsOf(value))
    .map(([key, entry]) => ({ key, value: typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}
