import type { ProblemFacts } from './problem.ts'

/** The words of one problem: what is wrong, the same with its facts, and what to do next. */
export type ProblemWords = {
  /** One plain sentence without its period, at most 70 characters. */
  title: string
  message(facts: ProblemFacts): string
  advice: string
}

/** A fact as text, or the words that stand in for it where it is not known. */
export function fact(facts: ProblemFacts, name: string, otherwise: string): string {
  const value = facts[name]
  return value === undefined || value === '' ? otherwise : String(value)
}

/** The socket or the pipe on this machine, by its path where it is known. */
export function socketPlace(facts: ProblemFacts): string {
  return fact(facts, 'address', facts.transport === 'npipe' ? "The engine's pipe" : "The engine's socket")
}

/** What stands at the other end: `build.example:2376`, or a path on this machine. */
export function peerPlace(facts: ProblemFacts, otherwise = 'The engine'): string {
  const host = fact(facts, 'host', '')
  if (host === '') return fact(facts, 'address', otherwise)
  const name = host.includes(':') ? `[${host}]` : host
  return facts.port === undefined ? name : `${name}:${facts.port}`
}

/** A sentence that quotes what the other side said; empty where it said nothing. Starts with a space. */
export function quote(facts: ProblemFacts, who: string): string {
  const detail = fact(facts, 'detail', '')
  return detail === '' ? '' : ` ${who}: “${detail}”.`
}

/** What Gangway itself found, added to a sentence that has no period yet. Starts with a colon. */
export function because(facts: ProblemFacts): string {
  const detail = fact(facts, 'detail', '').replace(/\.$/, '')
  return detail === '' ? '' : `: ${detail}`
}

/** What Gangway itself found, as a sentence; or the given one. */
export function sentence(facts: ProblemFacts, otherwise: string): string {
  const text = fact(facts, 'detail', otherwise).replace(/\.$/, '')
  return `${capital(text)}.`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** ` within 5 s`, from a limit in milliseconds; empty where it is not known. */
export function withinLimit(facts: ProblemFacts): string {
  return typeof facts.limit === 'number' ? ` within ${facts.limit / 1000} s` : ' in time'
}
