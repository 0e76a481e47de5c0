import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { breakOff } from './break-off.ts'
import { drip, pourGiant, type Timers } from './fault-bodies.ts'
import type { Reply } from './replies.ts'

/** What goes wrong with an answer. Where nothing else is said, what is sent until then is the honest answer. */
export type Fault =
  /** The request is taken and never answered. */
  | { kind: 'hang' }
  /** The connection ends before a byte is sent. */
  | { kind: 'close' }
  /** Broken off before a byte, or in the middle of the body. */
  | { kind: 'reset'; at: 'start' | 'middle' }
  /** An orderly end in the middle of the body, which said how long it is or does not. */
  | { kind: 'truncate'; framing: 'sized' | 'chunked' }
  /** One byte at a time. */
  | { kind: 'drip'; part: 'headers' | 'body'; every: number }
  /** Late, but honest. */
  | { kind: 'delay'; ms: number }
  /** A body of that many MiB, made as it is sent; `sized` tells its length in advance. */
  | { kind: 'giant'; mebibytes: number; framing: 'sized' | 'chunked' }
  /** Something else instead: HTML, `null`, a redirect, an error. */
  | { kind: 'reply'; status?: number; headers?: Record<string, string>; body: string }
  /** Compressed, though nobody asked for it. */
  | { kind: 'gzip' }
  | { kind: 'huge-header'; bytes: number }
  | { kind: 'bad-chunk' }
  /** Bytes that need not be HTTP at all, then silence. */
  | { kind: 'raw'; text: string }

export type FaultScript = {
  /** The whole path without version and query, or a pattern for it. */
  path: string | RegExp
  fault: Fault
  /** How many requests it hits; all of them unless told. */
  times?: number
}

/** The faults still due, the newest first. */
export class FaultPlan {
  #scripts: { script: FaultScript; left: number }[] = []

  /** Answers the function that takes the fault back. */
  add(script: FaultScript): () => void {
    const entry = { script, left: script.times ?? Number.POSITIVE_INFINITY }
    this.#scripts.unshift(entry)
    return () => {
      this.#scripts = this.#scripts.filter((other) => other !== entry)
    }
  }

  take(path: string): Fault | undefined {
    const due = this.#scripts.find(({ script, left }) => left > 0 && matches(script.path, path))
    if (due) due.left--
    return due?.script.fault
  }
}

function matches(wanted: string | RegExp, path: string): boolean {
  return typeof wanted === 'string' ? wanted === path : wanted.test(path)
}

/** Sends `reply` the way `fault` spoils it. Timers it needs are registered, so that closing the engine ends them. */
export function sendSpoiled(fault: Fault, reply: Reply, response: ServerResponse, timers: Timers): void {
  switch (fault.kind) {
    case 'hang':
      break
    case 'delay':
      timers.after(fault.ms, () => sendReply(reply, response))
      break
    case 'giant':
      pourGiant(response, fault.mebibytes, fault.framing)
      break
    case 'reply':
      sendReply(replaced(reply, fault), response)
      break
    case 'gzip':
      response.writeHead(reply.status, { ...reply.headers, 'Content-Encoding': 'gzip' })
      response.end(gzipSync(reply.body))
      break
    default:
      if (response.socket) writeRaw(fault, reply, response.socket, timers)
  }
}

type RawFault = Extract<Fault, { kind: 'close' | 'reset' | 'truncate' | 'drip' | 'huge-header' | 'bad-chunk' | 'raw' }>

/** Faults below HTTP: bytes that no HTTP library would send. */
function writeRaw(fault: RawFault, reply: Reply, socket: Socket, timers: Timers): void {
  switch (fault.kind) {
    case 'close':
      socket.destroy()
      break
    case 'reset':
      if (fault.at === 'start') breakOff(socket)
      else socket.write(firstHalf(reply, 'sized'), () => breakOff(socket))
      break
    case 'truncate':
      socket.end(firstHalf(reply, fault.framing))
      break
    case 'drip': {
      const start = fault.part === 'headers' ? 0 : toHead(reply, sized(reply)).length
      drip(socket, Buffer.from(toHead(reply, sized(reply)) + reply.body), start, fault.every, timers)
      break
    }
    case 'huge-header':
      socket.write(toHead(reply, { ...sized(reply), 'X-Huge': 'h'.repeat(fault.bytes) }) + reply.body)
      break
    case 'bad-chunk':
      socket.write(`${toHead(reply, { 'Transfer-Encoding': 'chunked' })}zz\r\nnot a chunk\r\n`)
      break
    case 'raw':
      socket.write(fault.text)
      break
  }
}

export function sendReply(reply: Reply, response: ServerResponse): void {
  response.writeHead(reply.status, { ...reply.headers, ...sized(reply) })
  response.end(reply.body)
}

function replaced(reply: Reply, fault: Extract<Fault, { kind: 'reply' }>): Reply {
  return { ...reply, status: fault.status ?? 200, headers: { ...reply.headers, ...fault.headers }, body: fault.body }
}

function sized(reply: Reply): Record<string, string> {
  return { 'Content-Length': String(Buffer.byteLength(reply.body)) }
}

/** Status line and headers; ASCII, so its length is its bytes. */
function toHead(reply: Reply, framing: Record<string, string>): string {
  const lines = Object.entries({ ...reply.headers, ...framing }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${reply.status} Sample\r\n${lines.join('')}\r\n`
}

function firstHalf(reply: Reply, framing: 'sized' | 'chunked'): Buffer {
  const body = Buffer.from(reply.body)
  const sent = body.subarray(0, Math.ceil(body.length / 2))
  if (framing === 'sized') return Buffer.concat([Buffer.from(toHead(reply, sized(reply))), sent])
  const opening = `${toHead(reply, { 'Transfer-Encoding': 'chunked' })}${sent.length.toString(16)}\r\n`
  return Buffer.concat([Buffer.from(opening), sent, Buffer.from('\r\n')])
}
