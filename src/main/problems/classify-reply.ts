import type { Problem } from '#shared/problem.ts'
import { classify } from './classify.ts'
import type { ProblemContext } from './problem-context.ts'
import { readReplyBody } from './reply-body.ts'
import { TransportFault } from './transport-fault.ts'

const sampleLength = 200

/**
 * Success can be false: a list that was answered with 200 may be a login page, half a list, or another API's object.
 * Takes what the call resolved with (parsed, a Buffer where docker-modem could not parse it, or text); null when it is a list.
 */
export function classifyReply(value: unknown, context: ProblemContext): Problem | null {
  const fault = replyFault(value)
  return fault && classify(fault, context)
}

/** The same, as the fault to throw. */
export function replyFault(value: unknown): TransportFault | null {
  if (isArray(value)) return null
  const { body, bodyFormat } = readReplyBody(value)
  const sample = body.slice(0, sampleLength)
  if (bodyFormat === 'none' || bodyFormat === 'empty' || body.trim() === 'null')
    return new TransportFault('empty-reply')
  if (bodyFormat === 'html') return new TransportFault('html-reply', { sample })
  if (bodyFormat === 'text') return new TransportFault('not-json', { sample })
  return isArray(parse(body)) ? null : new TransportFault('not-array', { sample })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}
