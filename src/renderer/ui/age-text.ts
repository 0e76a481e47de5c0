const units = [
  { seconds: 31_557_600, word: 'y' },
  { seconds: 2_629_800, word: 'mo' },
  { seconds: 604_800, word: 'wk' },
  { seconds: 86_400, word: 'd' },
  { seconds: 3_600, word: 'h' },
  { seconds: 60, word: 'min' },
  { seconds: 1, word: 's' },
] as const

/** How long ago, in one unit: `8 s`, `3 min`, `2 h`. Milliseconds in; what lies in the future counts as now. */
export function ageText(elapsed: number): string {
  const seconds = Math.floor(elapsed / 1000)
  const unit = units.find((candidate) => seconds >= candidate.seconds)
  return unit ? `${Math.floor(seconds / unit.seconds)} ${unit.word}` : 'now'
}

/** `3 min ago`, and `now` for less than a second. */
export function agoText(elapsed: number): string {
  const age = ageText(elapsed)
  return age === 'now' ? age : `${age} ago`
}

/** Whole seconds left until `at`, never negative: `in 8 s`, `now`. Both are milliseconds since the epoch. */
export function countdownText(at: number, now: number): string {
  const seconds = Math.ceil((at - now) / 1000)
  return seconds > 0 ? `in ${seconds} s` : 'now'
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Local time, `12:03`; with the day in front where it is not the day of `now`. */
export function clockText(at: number, now: number): string {
  const day = new Date(at)
  const sameDay = day.toDateString() === new Date(now).toDateString()
  const time = clock.format(day)
  return sameDay ? time : `${day.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })} ${time}`
}

/** Local date and time to the second, for titles. */
export function exactText(at: number): string {
  return exact.format(new Date(at))
}
