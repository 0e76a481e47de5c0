/** Texts of any length come from peers; this many characters of one are kept. */
export const maxTextLength = 64 * 1024

/** A property of anything, or undefined where there is none or reading it throws. */
export function readProperty(value: unknown, key: string | number): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined
  try {
    return Reflect.get(value, key)
  } catch {
    return undefined
  }
}

/** A property that is a text, cut to `maxTextLength`; else empty. */
export function readText(value: unknown, key: string): string {
  const text = readProperty(value, key)
  return typeof text === 'string' ? text.slice(0, maxTextLength) : ''
}

/** A property that is an integer or the text of one (Node gives a TLS socket's port as a string); else null. */
export function readNumber(value: unknown, key: string): number | null {
  const found = readProperty(value, key)
  if (typeof found === 'number') return Number.isSafeInteger(found) ? found : null
  return typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : null
}

/** A primitive as text; objects and what is not there are empty. */
export function readPrimitive(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.slice(0, maxTextLength)
    case 'number':
    case 'boolean':
    case 'symbol':
      return String(value).slice(0, maxTextLength)
    // Writing out a huge one in decimal takes quadratic time.
    case 'bigint':
      return value < 2n ** 64n && value > -(2n ** 64n) ? String(value) : 'a huge bigint'
    default:
      return ''
  }
}
