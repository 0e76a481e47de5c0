import type { IncomingMessage } from 'node:http'
import { TransportFault } from '#main/problems/transport-fault.ts'
import { abortError } from './exchange.ts'
import type { Limits } from './limits.ts'

/**
 * The whole body of a response as bytes. Rejects when it is cut short, grows past `maxBytes`, or is not there by the
 * deadline; the connection is then destroyed. A body is complete only if the parser saw its end (`response.complete`):
 * a peer that closes early emits no error by itself.
 */
export function readBody(
  response: IncomingMessage,
  limits: Pick<Limits, 'body' | 'maxBytes'>,
  signal?: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const finish = (error?: Error) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      response.off('data', onData)
      if (!error) return resolve(Buffer.concat(chunks, bytes))
      chunks.length = 0
      response.destroy()
      reject(error)
    }
    const onAbort = () => signal && finish(abortError(signal))
    const onData = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limits.maxBytes) finish(new TransportFault('body-too-large', { limit: limits.maxBytes }))
      else chunks.push(chunk)
    }
    const truncated = () => new TransportFault('truncated-body', { bytes })
    const timer = setTimeout(
      () => finish(new TransportFault('timeout-body', { limit: limits.body, bytes })),
      limits.body,
    )

    if (signal?.aborted) return finish(abortError(signal))
    if (response.errored) return finish(isGarbled(response.errored) ? response.errored : truncated())
    signal?.addEventListener('abort', onAbort, { once: true })
    if (Number(response.headers['content-length'] ?? 0) > limits.maxBytes) {
      return finish(new TransportFault('body-too-large', { limit: limits.maxBytes }))
    }
    response.on('data', onData)
    response.once('end', () => finish(response.complete ? undefined : truncated()))
    response.once('close', () => finish(response.complete ? undefined : truncated()))
    // Stays attached after the promise settles: a late error must find a listener.
    response.on('error', (error) => finish(isGarbled(error) ? error : truncated()))
  })
}

/** A parse error (`HPE_…`) says the bytes are wrong, anything else only that they stopped. */
function isGarbled(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('HPE_')
}
