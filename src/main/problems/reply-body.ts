import { maxTextLength, readProperty, readText } from './safe-read.ts'

/** The text of a reply, and what kind of text it is. */
export type ReplyBody = {
  body: string
  bodyFormat: 'none' | 'empty' | 'json' | 'html' | 'text'
  /** The message that an engine's JSON carries. */
  bodyMessage: string
  /** It has Podman's error shape `{cause, message, response}`. */
  podmanShape: boolean
}

/**
 * The body of a reply as an error carries it: docker-modem gives an object where it was JSON and a Buffer where it was
 * not, our own transport gives an object or a text. Never throws.
 */
export function readReplyBody(value: unknown): ReplyBody {
  if (value === undefined || value === null) return textBody('', 'none')
  const text = typeof value === 'string' ? value.slice(0, maxTextLength) : readBytes(value, 'utf8')
  if (text === undefined) return jsonBody(value, writeJson(value))
  if (text.trim() === '') return textBody(text, 'empty')
  if (text.trimStart().startsWith('<')) return textBody(text, 'html')
  const parsed = parseObject(text)
  return parsed === undefined ? textBody(text, 'text') : jsonBody(parsed, text)
}

/** The start of a Buffer as text, or undefined where it is none. `latin1` gives one character a byte. */
export function readBytes(value: unknown, encoding: 'utf8' | 'latin1', limit = maxTextLength): string | undefined {
  try {
    if (!(value instanceof Uint8Array)) return undefined
    return Buffer.from(value.buffer, value.byteOffset, Math.min(value.byteLength, limit)).toString(encoding)
  } catch {
    return undefined
  }
}

function textBody(body: string, bodyFormat: ReplyBody['bodyFormat']): ReplyBody {
  return { body, bodyFormat, bodyMessage: '', podmanShape: false }
}

function jsonBody(value: unknown, body: string): ReplyBody {
  return {
    body,
    bodyFormat: 'json',
    bodyMessage: readText(value, 'message'),
    podmanShape: readProperty(value, 'cause') !== undefined && readProperty(value, 'response') !== undefined,
  }
}

function parseObject(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined
  } catch {
    return undefined
  }
}

const maxJsonValues = 2_000

function writeJson(value: unknown): string {
  let left = maxJsonValues
  try {
    // The replacer is the only way to stop: an object may claim any number of entries.
    const json = JSON.stringify(value, (_key, entry: unknown) => {
      if (left-- === 0) throw new RangeError('too many values')
      return entry
    })
    return (json ?? '').slice(0, maxTextLength)
  } catch {
    return ''
  }
}
