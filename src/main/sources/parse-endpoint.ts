import type { Endpoint } from '#shared/endpoint.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import { parseAuthority } from './parse-authority.ts'

/**
 * sun_path holds 108 bytes with its NUL on Linux and 104 on macOS; Node 20 and 22 cut a longer path silently and then
 * reach *another* file.
 */
export function maxSocketPathBytes(platform: NodeJS.Platform): number {
  return platform === 'darwin' ? 103 : 107
}

/**
 * Reads an address as a person writes it: `unix:///path`, `npipe:////./pipe/name`, `tcp://host:port`,
 * `ssh://user@host:port`. Whatever cannot be meant is refused with what is wrong and what to write instead; nothing is
 * guessed, because a guess can reach somebody else's engine.
 */
export function parseEndpoint(text: string, platform: NodeJS.Platform = process.platform): Result<Endpoint> {
  const value = text.trim()
  const scheme = /^([a-z]+):\/\//i.exec(value)?.[1]?.toLowerCase()
  if (scheme === undefined) return invalid(value, wrongShape(value))
  const rest = value.slice(scheme.length + 3)
  switch (scheme) {
    case 'unix':
      return parseUnix(value, rest, platform)
    case 'npipe':
      return parsePipe(value, rest, platform)
    case 'tcp':
      return parseTcp(value)
    case 'ssh':
      return parseSsh(value)
    case 'http':
      return invalid(value, `Docker writes such an address as tcp://: write tcp://${rest}`)
    case 'https':
      return invalid(value, 'https:// needs certificates, which an address cannot carry: use ssh://user@host')
    case 'fd':
      return invalid(
        value,
        'fd:// tells an engine where to listen, and nobody can dial it: write unix:///var/run/docker.sock',
      )
    default:
      return invalid(
        value,
        `${scheme}:// is not a way to an engine: write unix:///path, tcp://host:port or ssh://user@host`,
      )
  }
}

/** What is wrong with an address that has no `scheme://`. */
function wrongShape(value: string): string {
  if (value === '') return 'the address is empty: write unix:///var/run/docker.sock'
  if (/^["'].*["']$/.test(value)) return `the quotes are part of the address: write ${value.slice(1, -1)}`
  const [, scheme = '', rest = ''] = /^(unix|npipe|tcp|ssh):\/*(.*)$/i.exec(value) ?? []
  if (scheme !== '')
    return `two slashes must follow the colon: write ${scheme.toLowerCase()}://${absolute(scheme, rest)}`
  if (value.startsWith('/')) return `the scheme is missing: write unix://${value}`
  if (/^[\w.-]+:\d+$/.test(value)) return `the scheme is missing: write tcp://${value}`
  return 'it has no scheme: write unix:///path, tcp://host:port or ssh://user@host'
}

function absolute(scheme: string, rest: string): string {
  return scheme.toLowerCase() === 'unix' ? `/${rest}` : rest
}

function parseUnix(value: string, path: string, platform: NodeJS.Platform): Result<Endpoint> {
  if (platform === 'win32') return invalid(value, 'Windows has no unix sockets: write npipe:////./pipe/docker_engine')
  if (!path.startsWith('/')) {
    return invalid(value, `the path is relative, and would depend on where Gangway was started: write unix:///${path}`)
  }
  if (hasControlCharacter(path)) return failed(problemOf('socket-path-invalid', { address: path }))
  const bytes = Buffer.byteLength(path)
  const limit = maxSocketPathBytes(platform)
  if (bytes > limit) return failed(problemOf('socket-path-too-long', { address: path, bytes, limit }))
  return ok({ kind: 'unix', path })
}

function parsePipe(value: string, rest: string, platform: NodeJS.Platform): Result<Endpoint> {
  const path = rest.replaceAll('\\', '/')
  if (platform !== 'win32')
    return invalid(value, 'named pipes exist on Windows only: write unix:///var/run/docker.sock')
  if (!/^\/\/[^/]+\/pipe\/[^/]+$/.test(path) || hasControlCharacter(path)) {
    return invalid(value, 'it is not the name of a pipe: write npipe:////./pipe/docker_engine')
  }
  return ok({ kind: 'npipe', path })
}

function parseTcp(value: string): Result<Endpoint> {
  const url = parseAuthority(value)
  if (!url)
    return invalid(value, 'the host or the port is malformed: write tcp://host:port, with a port from 1 to 65535')
  if (url.user !== '' || url.extra) return invalid(value, 'only a host and a port belong here: write tcp://host:port')
  if (url.port === null)
    return invalid(value, `the port is missing: write tcp://${url.written}:2375 if that is where it listens`)
  return ok({ kind: 'tcp', host: url.host, port: url.port })
}

function parseSsh(value: string): Result<Endpoint> {
  const url = parseAuthority(value)
  if (!url)
    return invalid(value, 'the host, the user or the port is malformed: write ssh://user@host or ssh://user@host:port')
  if (url.password)
    return invalid(value, 'a password does not belong in an address: use a key or an agent, and write ssh://user@host')
  if (url.extra)
    return invalid(value, `a path does not belong here: write ssh://${url.user ? `${url.user}@` : ''}${url.written}`)
  return ok({ kind: 'ssh', user: url.user, host: url.host, port: url.port ?? 22 })
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

function invalid(value: string, detail: string): Result<never> {
  // Problems are shown and copied into reports.
  const shown = value.replace(/^(\w+:\/\/[^/@:]*):[^/@]*@/, '$1:…@')
  return failed(problemOf('config-invalid', { value: shown, detail }, `${shown}: ${detail}`))
}
