import { describe, expect, it } from 'vitest'
import {
  displayName,
  imageText,
  portText,
  shownState,
  sortedPorts,
  statusAge,
  statusWords,
} from '../../../../../src/renderer/features/containers/words-model.ts'
import { row } from './row.ts'

const hash = 'ab'.repeat(32)

describe('the words for a container', () => {
  it('shows the short id where there is no name', () => {
    expect(displayName(row({ id: hash, names: [] }))).toBe('abababababab')
    expect(displayName(row({ id: hash, names: [''] }))).toBe('abababababab')
  })

  it('cuts an image that is a bare hash and leaves all else whole', () => {
    expect(imageText(`sha256:${hash}`)).toBe('abababababab')
    expect(imageText(hash)).toBe('abababababab')
    expect(imageText(`nginx@sha256:${hash}`)).toBe(`nginx@sha256:${hash}`)
  })

  it('calls a running container unhealthy when its health check fails, and a stopped one what it is', () => {
    expect(shownState(row({ health: 'unhealthy' }))).toBe('unhealthy')
    expect(shownState(row({ state: 'exited', health: 'unhealthy' }))).toBe('exited')
  })

  it.each([
    ['Up 2 hours', '2 h'],
    ['Up 2 hours (healthy)', '2 h'],
    ['Up About a minute', '1 min'],
    ['Up About an hour (Paused)', '1 h'],
    ['Up Less than a second (health: starting)', '<1 s'],
    ['Exited (137) 3 weeks ago', '3 wk'],
    ['Exited (-1) 13 months ago', '13 mo'],
    ['Restarting (1) 5 seconds ago', '5 s'],
    ['Created', ''],
    ['', ''],
    ['Up something else', ''],
  ])('reads the age in %j as %j', (status, age) => {
    expect(statusAge(status)).toBe(age)
  })

  it.each([
    [row(), 'Up 2 h', ''],
    [row({ health: 'starting' }), 'Up 2 h', 'health starting'],
    [row({ health: 'unhealthy' }), 'unhealthy', 'Up 2 h'],
    [row({ state: 'paused', status: 'Up 3 days (Paused)' }), 'paused', 'Up 3 d'],
    [row({ state: 'exited', status: 'Exited (0) 3 days ago' }), 'exited', '3 d ago'],
    [row({ state: 'restarting', status: 'Restarting (1) 5 seconds ago' }), 'restarting', '5 s ago'],
    [row({ state: 'created', status: 'Created' }), 'created', ''],
    [row({ state: 'running', status: '' }), 'running', ''],
    [row({ state: 'unknown', status: 'Configured' }), 'Configured', ''],
  ])('says the state first and its age after it', (container, word, detail) => {
    expect(statusWords(container)).toEqual({ word, detail })
  })

  it('writes published ports with an arrow and names protocols other than TCP', () => {
    const port = { privatePort: 53, type: 'udp', addresses: [] }
    expect(portText(port)).toBe('53/udp')
    expect(portText({ ...port, publicPort: 5353 })).toBe('5353→53/udp')
    expect(portText({ ...port, publicPort: 8080, privatePort: 80, type: 'tcp' })).toBe('8080→80')
  })

  it('lists published ports first, each kind by number', () => {
    const port = (privatePort: number, publicPort?: number) => ({
      privatePort,
      type: 'tcp',
      addresses: [],
      ...(publicPort === undefined ? {} : { publicPort }),
    })
    const sorted = sortedPorts([port(9000), port(80, 8080), port(22), port(443, 443)])
    expect(sorted.map(portText)).toEqual(['443→443', '8080→80', '22', '9000'])
  })
})
