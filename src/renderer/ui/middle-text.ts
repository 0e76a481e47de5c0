/** A hash shortened in its middle, both ends kept: `sha256:1f0c…9be2`. Text within `limit` characters stays as it is. */
export function middleText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = Math.ceil((limit - 1) * 0.6)
  return `${text.slice(0, head)}…${text.slice(text.length - (limit - 1 - head))}`
}
