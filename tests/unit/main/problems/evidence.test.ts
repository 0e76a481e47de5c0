import { describe, expect, it } from 'vitest'
import { readEvidence } from '#main/problems/evidence.ts'
import { rawText } from '#main/problems/raw-text.ts'

describe('evidence', () => {
  it('is what Node says of a connection', () => {
    const thrown = Object.assign(new Error('connect EACCES /run/docker.sock'), {
      errno: -13,
      code: 'EACCES',
      syscall: 'connect',
      address: '/run/docker.sock',
    })
    expect(readEvidence(thrown)).toMatchObject({
      name: 'Error',
      message: 'connect EACCES /run/docker.sock',
      code: 'EACCES',
      syscall: 'connect',
      errno: -13,
      address: '/run/docker.sock',
      port: null,
      statusCode: null,
      bodyFormat: 'none',
      nested: [],
    })
  })

  it('of several attempts is the one that came furthest, with the others beside it', () => {
    const unreachable = {
      message: 'connect ENETUNREACH ::1:80',
      code: 'ENETUNREACH',
      syscall: 'connect',
      address: '::1',
      port: 80,
    }
    const refused = {
      message: 'connect ECONNREFUSED 127.0.0.1:80',
      code: 'ECONNREFUSED',
      syscall: 'connect',
      address: '127.0.0.1',
      port: 80,
    }
    const thrown = Object.assign(new AggregateError([unreachable, refused], ''), { code: 'ENETUNREACH' })
    const evidence = readEvidence(thrown)
    expect(evidence).toMatchObject({ code: 'ECONNREFUSED', address: '127.0.0.1', port: 80 })
    expect(evidence.nested.map((part) => part.code)).toEqual(['ENETUNREACH'])
  })

  it.each([
    [{ message: 'no such container' }, 'json', 'no such container', false],
    [Buffer.from('{"message":"no such container"}'), 'json', 'no such container', false],
    [
      { cause: '', message: 'Path /plugins is not supported', response: 0 },
      'json',
      'Path /plugins is not supported',
      true,
    ],
    [Buffer.from('  <html>'), 'html', '', false],
    ['404 page not found\n', 'text', '', false],
    [Buffer.alloc(0), 'empty', '', false],
    [undefined, 'none', '', false],
  ])('of the reply %j is %s', (json, bodyFormat, bodyMessage, podmanShape) => {
    expect(readEvidence({ statusCode: 404, json })).toMatchObject({
      statusCode: 404,
      bodyFormat,
      bodyMessage,
      podmanShape,
    })
  })

  it.each([
    ['a text', { message: 'a text', code: '' }],
    [Symbol('s'), { message: 'Symbol(s)' }],
    [undefined, { message: '' }],
    [{ code: 2, message: 'Too many authentication failures' }, { code: '2' }],
    [
      { port: '2376', host: 'localhost' },
      { port: 2376, hostname: 'localhost' },
    ],
  ])('of %s is what can be read of it', (thrown, expected) => {
    expect(readEvidence(thrown)).toMatchObject(expected)
  })

  it('keeps of a long text what fits', () => {
    expect(readEvidence(new Error('x'.repeat(100_000))).message).toHaveLength(64 * 1024)
  })
})

describe('the raw text', () => {
  it('holds the message, what came with it, and the causes', () => {
    const cause = { name: 'AbortError', message: 'This operation was aborted' }
    const thrown = {
      name: 'Error',
      message: 'socket hang up',
      code: 'ECONNRESET',
      statusCode: 502,
      json: { message: 'gone' },
      cause,
    }
    expect(rawText(readEvidence(thrown))).toBe(
      'Error: socket hang up\ncode: ECONNRESET, statusCode: 502\n{"message":"gone"}\ncaused by AbortError: This operation was aborted',
    )
  })
})
