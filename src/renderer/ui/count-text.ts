const format = new Intl.NumberFormat('en')

/** A whole number with its thousands set apart: `10,000`. */
export function countText(count: number): string {
  return format.format(count)
}

/** `1 container`, `10,000 containers`. */
export function containersText(count: number): string {
  return count === 1 ? '1 container' : `${countText(count)} containers`
}
