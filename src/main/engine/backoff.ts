const first = 1_000
const longest = 30_000

/**
 * How long to wait before attempt `attempt` (0 is the first retry), in milliseconds: full jitter between one second and a
 * window that doubles from two seconds up to thirty, so that many clients do not return in step and none comes back
 * more often than once a second. `random` is in [0, 1).
 */
export function backoffDelay(attempt: number, random: number): number {
  const window = Math.min(longest, first * 2 ** Math.min(attempt + 1, 10))
  return Math.round(first + random * (window - first))
}
