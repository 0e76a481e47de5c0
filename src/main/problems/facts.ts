import type { ProblemFacts } from '#shared/problem.ts'
import type { Evidence } from './evidence.ts'
import type { ProblemContext } from './problem-context.ts'

const maxDetail = 300

/** The facts that any problem may speak of: where it was (`address` or `host` and `port`), `code`, `statusCode`, `detail`. */
export function commonFacts(evidence: Evidence, context: ProblemContext): ProblemFacts {
  const facts: ProblemFacts = { transport: context.transport, ...placeFacts(evidence, context) }
  if (evidence.code) facts.code = oneLine(evidence.code)
  if (evidence.syscall) facts.syscall = oneLine(evidence.syscall)
  if (evidence.statusCode !== null) facts.statusCode = evidence.statusCode
  const detail = saidBy(evidence)
  if (detail) facts.detail = detail
  if (context.action) facts.action = context.action
  return facts
}

function placeFacts(evidence: Evidence, { transport, endpoint }: ProblemContext): ProblemFacts {
  if (transport === 'unix' || transport === 'npipe') {
    const path = endpoint && 'path' in endpoint ? endpoint.path : evidence.address
    return path ? { address: path } : {}
  }
  const facts: ProblemFacts = {}
  const host = endpoint && 'host' in endpoint ? endpoint.host : evidence.hostname || evidence.address
  const port = endpoint && 'port' in endpoint ? endpoint.port : evidence.port
  if (host) facts.host = oneLine(host)
  if (port !== null) facts.port = port
  if (evidence.address && evidence.address !== host) facts.address = oneLine(evidence.address)
  return facts
}

/** What the other side said, or else what the error says, as one line. */
function saidBy(evidence: Evidence): string {
  // A fault of ours says nothing but its kind; the peer's words, if any, are its sample.
  if (evidence.faultKind !== null) return oneLine(String(evidence.faultFacts.sample ?? ''))
  if (evidence.statusCode !== null) {
    return oneLine(evidence.bodyFormat === 'html' ? withoutTags(evidence.body) : evidence.bodyMessage || evidence.body)
  }
  return oneLine(evidence.reason || evidence.message)
}

const maxFact = 1_000

/** No fact longer than a sentence can bear: a peer may send any length of anything. */
export function boundFacts(facts: ProblemFacts): ProblemFacts {
  const bounded = Object.entries(facts).map(([name, value]) => {
    const tooLong = typeof value === 'string' && value.length > maxFact
    return [name, tooLong ? `${value.slice(0, maxFact)}…` : value] as const
  })
  return Object.fromEntries(bounded)
}

/** The tags go, the words stay. Cut first: a page is as long as its sender likes. */
function withoutTags(html: string): string {
  return html.slice(0, 2_000).replace(/<[^<>]*>/g, ' ')
}

/** Control and bidi characters have no place in a sentence; `raw` keeps them. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * maxDetail)
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
  return line.length > maxDetail ? `${line.slice(0, maxDetail)}…` : line
}
