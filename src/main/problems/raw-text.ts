import type { Evidence } from './evidence.ts'
import { maxTextLength } from './safe-read.ts'

/** The error as text for the report: its message, what it carried, and its causes, one a line. At most `maxTextLength`. */
export function rawText(evidence: Evidence, { stack } = { stack: false }): string {
  const parts = evidence.nested.map((part) => `caused by ${writeOne(part)}`)
  const text = [writeOne(evidence), ...parts, stack ? evidence.stack : ''].filter(Boolean).join('\n')
  return text.slice(0, maxTextLength)
}

function writeOne(evidence: Evidence): string {
  const { code, syscall, errno, address, port, hostname, path, statusCode, faultKind, faultFacts } = evidence
  const carried = Object.entries({ code, syscall, errno, address, port, hostname, path, statusCode, ...faultFacts })
    .filter(([, value]) => value !== '' && value !== null)
    .map(([name, value]) => `${name}: ${value}`)
  const title = [evidence.name, evidence.message || faultKind].filter(Boolean).join(': ')
  const body = evidence.body && !evidence.message.includes(evidence.body.trim()) ? evidence.body : ''
  return [title || 'a value without a message', carried.join(', '), body, evidence.packet].filter(Boolean).join('\n')
}
