import { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { TransportFault, type TransportFaultKind } from '#main/problems/transport-fault.ts'
import type { Dialer } from './dial.ts'
import type { Limits } from './limits.ts'

export type Exchange = {
  method: string
  path: string
  headers: OutgoingHttpHeaders
  body?: string | Buffer | Readable | undefined
  /** Ask for a hijacked connection: the answer is the raw socket after `101 Switching Protocols`. */
  upgrade: boolean
  limits: Limits
  signal?: AbortSignal | undefined
}

export type Answer = { kind: 'response'; response: IncomingMessage } | { kind: 'upgraded'; socket: Socket }

/**
 * One HTTP request up to its headers, with an absolute deadline for each phase. Redirects are not followed and encoded
 * bodies are refused: an engine sends neither, and both are ways to make a client fetch or unpack what it should not.
 * Rejects with a `TransportFault`, Node's own error, or an `AbortError`.
 */
export async function exchange(dialer: Dialer, spec: Exchange): Promise<Answer> {
  // An idle pooled connection may have been closed under us. Nothing was sent on the engine's side then, so what is safe
  // to repeat is repeated, at most once for every connection the pool may hold.
  for (let attempt = 0; ; attempt++) {
    const sent = { request: undefined as ClientRequest | undefined }
    try {
      return await send(dialer, spec, sent)
    } catch (error) {
      const stale = sent.request?.reusedSocket === true && isReset(error) && !spec.signal?.aborted
      if (!stale || spec.method !== 'GET' || attempt >= dialer.agent.maxFreeSockets) throw error
    }
  }
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
}

function send(dialer: Dialer, spec: Exchange, sent: { request?: ClientRequest | undefined }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (spec.signal?.aborted) return reject(abortError(spec.signal))
    const outgoing = request({
      ...dialer.target,
      agent: dialer.agent,
      method: spec.method,
      path: spec.path,
      headers: spec.headers,
    })
    sent.request = outgoing
    const deadline = startDeadline(outgoing)
    const onAbort = () => outgoing.destroy(spec.signal && abortError(spec.signal))
    spec.signal?.addEventListener('abort', onAbort, { once: true })
    const settled = () => {
      deadline.clear()
      spec.signal?.removeEventListener('abort', onAbort)
    }

    outgoing.once('socket', (socket) => {
      const connected = () => deadline.set('timeout-response', spec.limits.headers)
      if (!socket.connecting) return connected()
      const tls = socket instanceof TLSSocket
      socket.once('connect', () => (tls ? deadline.set('timeout-handshake', spec.limits.handshake) : connected()))
      if (tls) socket.once('secureConnect', connected)
    })
    deadline.set('timeout-connect', spec.limits.connect)
    outgoing.once('response', (response) => {
      settled()
      const fault = spec.upgrade ? refusedUpgrade(response) : refusedResponse(response)
      if (!fault) {
        // Node tells a parse error in the body to the request; the response by itself would only end early.
        response.on('error', () => {})
        outgoing.once('error', (error) => response.destroy(error))
        return resolve({ kind: 'response', response })
      }
      response.destroy()
      reject(fault)
    })
    outgoing.once('upgrade', (_response, socket: Socket, head) => {
      settled()
      if (head.length > 0) socket.unshift(head)
      resolve({ kind: 'upgraded', socket })
    })
    // Stays attached: an error after the headers must find a listener, or it would end the process.
    outgoing.on('error', (error) => {
      settled()
      reject(error)
    })
    sendBody(outgoing, spec.body)
  })
}

function startDeadline(outgoing: ClientRequest) {
  let timer: NodeJS.Timeout | undefined
  return {
    set(kind: TransportFaultKind, ms: number) {
      clearTimeout(timer)
      timer = setTimeout(() => outgoing.destroy(new TransportFault(kind, { limit: ms })), ms)
    },
    clear: () => clearTimeout(timer),
  }
}

function sendBody(outgoing: ClientRequest, body: Exchange['body']): void {
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) {
    outgoing.end(body)
    return
  }
  body.once('error', (error) => outgoing.destroy(error))
  body.pipe(outgoing)
}

function refusedResponse(response: IncomingMessage): TransportFault | undefined {
  const status = response.statusCode ?? 0
  if (status >= 300 && status < 400) {
    return new TransportFault('redirect', { statusCode: status, location: String(response.headers.location ?? '') })
  }
  const encoding = response.headers['content-encoding']
  if (encoding && encoding !== 'identity') return new TransportFault('content-encoding', { encoding })
  return undefined
}

function refusedUpgrade(response: IncomingMessage): TransportFault | undefined {
  const status = response.statusCode ?? 0
  return status < 300 ? new TransportFault('upgrade-refused', { statusCode: status }) : refusedResponse(response)
}

/** The error Node's own aborted requests reject with, keeping why in `cause`. */
export function abortError(signal: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause: signal.reason })
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' })
}
