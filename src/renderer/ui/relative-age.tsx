import { ageText, agoText, countdownText, exactText } from './age-text.ts'
import { useTicking } from './ticking.ts'

/** `3 min ago`, ticking; the exact time on hover. `at` is milliseconds since the epoch. */
export function RelativeAge({ at, bare = false }: { at: number; bare?: boolean }) {
  const text = useTicking((now) => (bare ? ageText(now - at) : agoText(now - at)))
  return (
    <time dateTime={new Date(at).toISOString()} title={exactText(at)}>
      {text}
    </time>
  )
}

/** `in 8 s`, ticking down to `now`. */
export function Countdown({ at }: { at: number }) {
  return <span>{useTicking((now) => countdownText(at, now))}</span>
}
