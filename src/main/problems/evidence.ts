import { type ReplyBody, readBytes, readReplyBody } from './reply-body.ts'
import { readNumber, readPrimitive, readProperty, readText } from './safe-read.ts'
import { readFault, type TransportFaultFacts, type TransportFaultKind } from './transport-fault.ts'

/** What was thrown, as flat plain data. A text that was not there is empty, a number is null. */
export type Evidence = ReplyBody & {
  name: string
  message: string
  /** `EACCES`, `ERR_SSL_…`, `HPE_…`; ssh2 and DOMException give numbers, read as text. */
  code: string
  syscall: string
  errno: number | null
  /** The path of a socket, or an IP address. */
  address: string
  port: number | null
  /** The name that was looked up, or that TLS wanted. */
  hostname: string
  /** The file that was opened. */
  path: string
  /** OpenSSL's and the HTTP parser's own words. */
  reason: string
  /** The first bytes that the HTTP parser could not read, one character a byte. */
  packet: string
  statusCode: number | null
  /** Set for our own transport's faults only. */
  faultKind: TransportFaultKind | null
  faultFacts: TransportFaultFacts
  stack: string
  /** Causes and parts, outermost first, themselves without parts. */
  nested: Evidence[]
}

const maxDepth = 4
const maxNested = 12

/** Flattens whatever was thrown. Never throws: values with throwing getters or traps read as if nothing were there. */
export function readEvidence(thrown: unknown): Evidence {
  const own = readOne(thrown)
  const parts = collectParts(thrown)
  // Happy eyeballs: an AggregateError with an empty message, no syscall, and the code of whichever attempt was first.
  const attempts = parts.filter((part) => part.attempt && part.evidence.code !== '').map((part) => part.evidence)
  const furthest = own.syscall === '' && own.faultKind === null ? findFurthest(attempts) : undefined
  return { ...(furthest ?? own), nested: parts.map((part) => part.evidence).filter((part) => part !== furthest) }
}

function readOne(thrown: unknown): Evidence {
  const fault = readFault(thrown)
  return {
    name: readText(thrown, 'name'),
    message: readText(thrown, 'message') || readPrimitive(thrown),
    code: readPrimitive(readProperty(thrown, 'code')),
    syscall: readText(thrown, 'syscall'),
    errno: readNumber(thrown, 'errno'),
    address: readText(thrown, 'address'),
    port: readNumber(thrown, 'port'),
    hostname: readText(thrown, 'hostname') || readText(thrown, 'host'),
    path: readText(thrown, 'path'),
    reason: readText(thrown, 'reason'),
    packet: readBytes(readProperty(thrown, 'rawPacket'), 'latin1', 200) ?? '',
    statusCode: readNumber(thrown, 'statusCode'),
    ...readReplyBody(readProperty(thrown, 'json')),
    faultKind: fault?.kind ?? null,
    faultFacts: fault?.facts ?? {},
    stack: readText(thrown, 'stack'),
    nested: [],
  }
}

type Part = { evidence: Evidence; attempt: boolean }

/** The causes and the `errors` of an AggregateError, breadth first; bounded, so cycles and endless chains end. */
function collectParts(thrown: unknown): Part[] {
  const parts: Part[] = []
  let level = [thrown]
  for (let depth = 0; depth < maxDepth; depth++) {
    const next = level.flatMap(readLinks).slice(0, maxNested - parts.length)
    parts.push(...next.map(({ value, attempt }) => ({ evidence: readOne(value), attempt })))
    level = next.map((part) => part.value)
  }
  return parts
}

function readLinks(value: unknown): { value: unknown; attempt: boolean }[] {
  const errors = readProperty(value, 'errors')
  const count = Math.max(0, Math.min(readNumber(errors, 'length') ?? 0, maxNested))
  const attempts = Array.from({ length: count }, (_, index) => ({ value: readProperty(errors, index), attempt: true }))
  const cause = readProperty(value, 'cause')
  return cause === undefined || cause === null ? attempts : [...attempts, { value: cause, attempt: false }]
}

/** Of several addresses of one name, the attempt that came furthest tells the most: who refuses has been reached. */
const furthestFirst = ['ECONNREFUSED', 'ECONNRESET', 'EACCES', 'EPERM', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']

function findFurthest(attempts: Evidence[]): Evidence | undefined {
  for (const code of furthestFirst) {
    const found = attempts.find((attempt) => attempt.code === code)
    if (found) return found
  }
  return attempts[0]
}
