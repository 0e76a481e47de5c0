import { visibleText } from '#shared/visible-text.ts'

export type Colour = 'red' | 'green' | 'yellow' | 'dim' | 'bold'

const codes: Record<Colour, number> = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 }

/** Where a command prints. Colours are used on a terminal only, and not when NO_COLOR is set (no-color.org). */
export type Terminal = {
  line(text?: string): void
  /** For what is no result: warnings and usage errors. */
  error(text: string): void
  paint(colour: Colour, text: string): string
}

export function processTerminal(): Terminal {
  const colours = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  return {
    line: (text = '') => process.stdout.write(`${text}\n`),
    error: (text) => process.stderr.write(`${text}\n`),
    paint: (colour, text) => (colours ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text),
  }
}

/** Rows as columns, padded to the widest cell; text from engines made harmless. The last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map(visibleText))
  const widths = (clean[0] ?? []).map((_, index) => Math.max(...clean.map((row) => row[index]?.length ?? 0)))
  return clean.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
      .join('   ')
      .trimEnd(),
  )
}
