/** Absolute deadlines of one request, in milliseconds per phase, and the most bytes its body may have. */
export type Limits = {
  /** From the start until the socket is connected. */
  connect: number
  /** TLS only: from connected to encrypted. */
  handshake: number
  /** From connected until the status line and headers are here. */
  headers: number
  /** From the headers until the last byte; not applied to streams. */
  body: number
  maxBytes: number
}

export const listLimits: Limits = {
  connect: 5_000,
  handshake: 5_000,
  headers: 10_000,
  body: 30_000,
  maxBytes: 64 * 1024 * 1024,
}

export const pingLimits: Limits = { connect: 5_000, handshake: 5_000, headers: 5_000, body: 5_000, maxBytes: 64 * 1024 }
