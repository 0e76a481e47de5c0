import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { negotiateVersion } from '#main/engine/api-version.ts'
import { backoffDelay } from '#main/engine/backoff.ts'
import { readChange } from '#main/engine/events.ts'

describe('negotiateVersion', () => {
  it.each([
    ['1.41', '1.41'],
    ['1.52', '1.51'],
    ['1.44', '1.44'],
    ['1.9', null],
    ['1.24', '1.24'],
    ['2.0', '1.51'],
  ])('speaks with an engine whose newest is %s: %s', (engine, expected) => {
    expect(negotiateVersion(engine)).toBe(expected)
  })
})

describe('backoffDelay', () => {
  it('stays between one and thirty seconds and may grow with every attempt', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
        const delay = backoffDelay(attempt, random)
        expect(delay).toBeGreaterThanOrEqual(1_000)
        expect(delay).toBeLessThanOrEqual(30_000)
        expect(backoffDelay(attempt + 1, random)).toBeGreaterThanOrEqual(delay)
      }),
    )
  })
})

describe('readChange', () => {
  const line = (action: string, more: object = {}) =>
    JSON.stringify({ Type: 'container', Action: action, Actor: { ID: 'abc', Attributes: {} }, ...more })

  it.each(['start', 'die', 'rename', 'health_status: healthy', 'pause', 'something-new'])(
    'looks again after %s',
    (action) => {
      expect(readChange(line(action))).toEqual({ id: 'abc', gone: false })
    },
  )

  it.each(['destroy', 'remove'])('knows that %s means gone', (action) => {
    expect(readChange(line(action))).toEqual({ id: 'abc', gone: true })
  })

  it.each(['exec_create: /bin/sh', 'exec_die', 'top', 'attach', 'resize'])(
    'ignores %s, which no row shows',
    (action) => {
      expect(readChange(line(action))).toBeNull()
    },
  )

  it('follows a container joining a network', () => {
    const actor = { Actor: { ID: 'net', Attributes: { container: 'abc' } }, Type: 'network' }
    expect(readChange(line('connect', actor))).toEqual({ id: 'abc', gone: false })
    expect(readChange(line('create', actor))).toBeNull()
  })

  it('takes no line for an event that is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readChange(text)).toBeNull()
      }),
    )
  })
})
