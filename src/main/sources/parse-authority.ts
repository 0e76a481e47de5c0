import { isIPv6 } from 'node:net'

/** What stands between `scheme://` and the path. */
export type Authority = {
  user: string
  password: boolean
  host: string
  /** The host as an address spells it, IPv6 in brackets. */
  written: string
  port: number | null
  /** Whether a path, a query or a fragment follows. */
  extra: boolean
}

/** Null for a host, a user or a port that can be none. */
export function parseAuthority(value: string): Authority | null {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url) return null
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = url.port === '' ? null : Number(url.port)
  // A leading hyphen would be an option to ssh(1).
  if (!(isIPv6(host) || /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(host)) || port === 0) return null
  const user = decodeUser(url.username)
  if (user === null) return null
  const extra = (url.pathname !== '' && url.pathname !== '/') || url.search !== '' || url.hash !== ''
  return { user, password: url.password !== '', host, written: url.hostname, port, extra }
}

function decodeUser(encoded: string): string | null {
  try {
    const user = decodeURIComponent(encoded)
    return user === '' || /^[A-Za-z0-9_.][A-Za-z0-9_.@\\+-]*\$?$/.test(user) ? user : null
  } catch {
    return null
  }
}
