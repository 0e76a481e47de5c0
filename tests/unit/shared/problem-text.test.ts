import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '#main/problems/classify.ts'
import { rules } from '#main/problems/rules.ts'
import { type ProblemCode, problemOf, problemStatus } from '#shared/problem.ts'
import { problemText } from '#shared/problem-text.ts'

const codes = Object.keys(problemStatus).filter((code): code is ProblemCode => Object.hasOwn(problemStatus, code))

describe.each(codes)('the words of %s', (code) => {
  const examples = rules
    .filter((rule) => rule.code === code)
    .map(({ example }) => classify(example.thrown, example.context))
  const texts = [problemOf(code), ...examples].map(problemText)

  it('have a title that is one plain sentence without its period', () => {
    for (const { title } of texts) {
      expect(title).toMatch(/^[A-Zs][^!?]*[^.!?]$/)
      expect(title.length).toBeLessThanOrEqual(70)
    }
  })

  it('have a message and advice that are whole sentences, with and without facts', () => {
    for (const { message, advice } of texts) {
      expect(message).toMatch(/\.$/)
      expect(message).not.toMatch(/undefined|null|NaN|\[object|\s\s/)
      expect(advice).toMatch(/^[A-Z].*\.$/)
      expect(`${message} ${advice}`).not.toMatch(/!|rejectUnauthorized|chmod 666/)
    }
  })
})

it('does not stumble over any facts', () => {
  const fact = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean())
  const name = fc.oneof(
    fc.constantFrom('address', 'host', 'port', 'code', 'detail', 'limit', 'statusCode', 'by', 'engine'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.dictionary(name, fact), (code, facts) => {
      const { title, message, advice } = problemText(problemOf(code, facts))
      expect([title, message, advice].every((text) => text.length > 0)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

describe('the message', () => {
  it('speaks of this machine', () => {
    const { title, message } = problemText(problemOf('permission-denied', { address: '/var/run/docker.sock' }))
    expect(title).toBe("You may not use the engine's socket")
    expect(message).toBe(
      'This account may not connect to /var/run/docker.sock: that takes the right to write to it, and to pass every folder above it.',
    )
  })

  it('names host and port, and how long was waited', () => {
    const facts = { host: '2001:db8::1', port: 2375, limit: 5_000 }
    expect(problemText(problemOf('timeout-connect', facts)).message).toBe(
      '[2001:db8::1]:2375 did not take the connection within 5 s.',
    )
  })

  it('quotes the engine', () => {
    const facts = { detail: "Invalid filter 'nonsense'" }
    expect(problemText(problemOf('bad-request', facts)).message).toBe(
      "The engine calls the request wrong. It says: “Invalid filter 'nonsense'”.",
    )
  })
})
