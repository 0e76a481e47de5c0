export type Shape = string | { [key: string]: Shape } | Shape[]

/** What a JSON value is made of, without its values: keys, and the type of each leaf. A list is the shape of its first element. */
export function shapeOf(value: unknown): Shape {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])]
  if (typeof value !== 'object') return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shapeOf(entry)]))
}
