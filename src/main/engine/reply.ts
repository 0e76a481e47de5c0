import { TransportFault } from '#main/problems/transport-fault.ts'

/** A status the call did not expect, with what the engine said about it, in the shape dockerode's callers know. */
export class HttpStatusError extends Error {
  override readonly name = 'HttpStatusError'
  readonly statusCode: number
  readonly reason: string | undefined
  /** The parsed body, or its text where it is no JSON. */
  readonly json: unknown

  constructor(statusCode: number, reason: string | undefined, body: unknown) {
    super(`(HTTP code ${statusCode}) ${reason ?? 'unexpected'} - ${bodyMessage(body)}`)
    this.statusCode = statusCode
    this.reason = reason
    this.json = body
  }
}

/**
 * What a complete reply says: parsed JSON, or null for an empty one to a command. Throws `HttpStatusError` for a status
 * that is not among the accepted ones, and a `TransportFault` for a body that cannot have come from an engine.
 */
export function readReply(
  method: string,
  status: number,
  body: Buffer,
  statusCodes: Record<number, string | true>,
): unknown {
  const expected = statusCodes[status]
  const text = body.toString('utf8')
  if (expected !== true) throw new HttpStatusError(status, expected, jsonOrText(text))
  if (status === 204 || (text === '' && method !== 'GET')) return null
  if (text === '') throw new TransportFault('empty-reply', { statusCode: status })
  const value = parsed(text)
  if (value === undefined) {
    throw new TransportFault(text.trimStart().startsWith('<') ? 'html-reply' : 'not-json', {
      sample: text.slice(0, 200),
    })
  }
  return value
}

/** The parsed body, or its text where it is no JSON. */
export function jsonOrText(text: string): unknown {
  return parsed(text) ?? text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function bodyMessage(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string')
    return body.message
  return typeof body === 'string' ? body : JSON.stringify(body)
}
