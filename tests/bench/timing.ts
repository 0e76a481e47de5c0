/** Milliseconds of each of `runs` calls after `warmups` that do not count, one after the other. */
export async function timeCalls(runs: number, call: () => Promise<unknown>, warmups = 2): Promise<number[]> {
  const [times = []] = await timeInTurn(runs, [call], warmups)
  return times
}

/** The same for several calls in turn, so that what disturbs the machine disturbs all of them alike. */
export async function timeInTurn(runs: number, calls: (() => Promise<unknown>)[], warmups = 2): Promise<number[][]> {
  const times = calls.map((): number[] => [])
  for (let run = -warmups; run < runs; run++) {
    for (const [index, call] of calls.entries()) {
      const began = performance.now()
      await call()
      if (run >= 0) times[index]?.push(performance.now() - began)
    }
  }
  return times
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
