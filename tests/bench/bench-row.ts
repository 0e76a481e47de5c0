/** One line of the table. Numbers are compared with `goal`; nothing is asserted, a machine may be slow. */
export type BenchRow =
  | {
      what: string
      /** In words, as the design states it. */
      goal: string
      ours: string
      reference: string
      /** How far the goal is used up: 1 is just met. */
      used: number
    }
  | { what: string; notMeasured: string }

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`
}

export function printRows(rows: readonly BenchRow[]): void {
  const heading = ['what', 'goal', 'Gangway', 'reference', 'of the goal', '']
  const lines = [heading, ...rows.map(toLine)]
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

function toLine(row: BenchRow): string[] {
  if ('notMeasured' in row) return [row.what, `not measured: ${row.notMeasured.split('\n')[0]}`]
  const share = `${(row.used * 100).toFixed(0)} %`
  return [row.what, row.goal, row.ours, row.reference, share, row.used <= 1 ? 'met' : 'missed']
}

/** The rows of a group, or one that says why there are none. */
export async function rowsOf(what: string, measure: () => Promise<BenchRow[]>): Promise<BenchRow[]> {
  console.error(`measuring: ${what}`)
  try {
    return await measure()
  } catch (error) {
    return [{ what, notMeasured: error instanceof Error ? error.message : String(error) }]
  }
}
