import { stringify } from 'node:querystring'
import type { Readable } from 'node:stream'
import type { Dialer } from './dial.ts'
import { exchange } from './exchange.ts'
import type { Limits } from './limits.ts'
import { readBody } from './read-body.ts'
import { readReply } from './reply.ts'

/** What dockerode hands its modem for one call; the fields we use, as docker-modem 5 names them. */
type DialOptions = {
  path: string
  method: string
  options?: Record<string, unknown>
  headers?: Record<string, string>
  file?: Buffer | Readable
  statusCodes: Record<number, string | true>
  isStream?: boolean
  hijack?: boolean
  openStdin?: boolean
  abortSignal?: AbortSignal
}
type Callback = (error: unknown, result: unknown) => void

/**
 * The modem under dockerode. dockerode builds paths and options, this sends them. docker-modem's own request code lets
 * `DOCKER_*` override explicit options, follows redirects, has no size cap, and never settles on a truncated body, so
 * none of it is used (docs/decisions/0002-modem.md).
 */
export class EngineModem {
  readonly Promise = Promise
  readonly #dialer: Dialer
  readonly #limits: Limits
  readonly #apiVersion: string

  /** `apiVersion` without the leading `v`; every path is prefixed with it. */
  constructor(dialer: Dialer, limits: Limits, apiVersion: string) {
    this.#dialer = dialer
    this.#limits = limits
    this.#apiVersion = apiVersion
  }

  /** dockerode's entry point. Calls back once: with parsed JSON, a stream, a hijacked socket, or an error. */
  dial(options: DialOptions, callback: Callback): void {
    this.#send(options).then(
      (value) => callback(null, value),
      (error: unknown) => callback(error, null),
    )
  }

  async #send(options: DialOptions): Promise<unknown> {
    const { signal, query, body } = splitOptions(options)
    const answer = await exchange(this.#dialer, {
      method: options.method,
      path: `/v${this.#apiVersion}${options.path.replace(/\?$/, '')}${query}`,
      headers: { ...options.headers, ...bodyHeaders(body), ...(options.hijack ? upgradeHeaders : {}) },
      body,
      upgrade: options.hijack === true,
      limits: this.#limits,
      signal,
    })
    if (answer.kind === 'upgraded') return answer.socket
    const { response } = answer
    const accepted = options.statusCodes[response.statusCode ?? 0] === true
    if (accepted && options.isStream) return response
    const limits = accepted ? this.#limits : { ...this.#limits, maxBytes: 1024 * 1024 }
    const bytes = await readBody(response, limits, signal)
    return readReply(options.method, response.statusCode ?? 0, bytes, options.statusCodes)
  }
}

const upgradeHeaders = { Connection: 'Upgrade', Upgrade: 'tcp' }

function bodyHeaders(body: string | Buffer | Readable | undefined): Record<string, string | number> {
  if (body === undefined) return {}
  if (typeof body === 'string') return { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  return { 'Content-Type': 'application/tar', ...(Buffer.isBuffer(body) ? { 'Content-Length': body.length } : {}) }
}

/** dockerode puts query, body and abort signal into one bag; a path that ends in `?` takes the bag as its query. */
function splitOptions(options: DialOptions) {
  const { _query, _body, abortSignal, authconfig: _unused, ...rest } = options.options ?? {}
  const signal = options.abortSignal ?? (abortSignal instanceof AbortSignal ? abortSignal : undefined)
  const query = options.path.includes('?') ? buildQuery(isRecord(_query) ? _query : rest) : ''
  const posted = options.file ?? (options.method === 'POST' ? JSON.stringify(_body ?? rest) : undefined)
  return { signal, query, body: posted === '{}' ? undefined : posted }
}

/** Objects (filters) travel as JSON, lists as repeated keys, absent values not at all. */
function buildQuery(values: Record<string, unknown>): string {
  const flat: Record<string, string | string[]> = {}
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue
    flat[key] = Array.isArray(value) ? value.map(String) : isRecord(value) ? JSON.stringify(value) : String(value)
  }
  const text = stringify(flat)
  return text && `?${text}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
