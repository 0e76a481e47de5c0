import { describe, expect, it } from 'vitest'
import { causeCode } from '#shared/cause.ts'
import { causeText } from '#shared/cause-text.ts'
import { refusalsFor } from '#shared/refusal-text.ts'

describe.each(causeCode.options)('the words of %s', (code) => {
  const { title, explanation, relogin } = causeText[code]

  it('have a title that is one plain sentence without its period', () => {
    expect(title).toMatch(/^[A-Z][^!?]*[^.!?]$/)
    expect(title.length).toBeLessThanOrEqual(70)
  })

  it('explain it in two to four sentences', () => {
    const sentences = explanation.split(/(?<=\.) (?=[A-Z])/)
    expect(sentences.length, explanation).toBeGreaterThanOrEqual(2)
    expect(sentences.length, explanation).toBeLessThanOrEqual(4)
    expect(`${explanation}${relogin}`).toMatch(/\.$/)
    expect(`${explanation}${relogin}`).not.toMatch(/!|\boops\b/i)
  })
})

it('says what a new login means where a membership is at stake', () => {
  const told = causeCode.options.filter((code) => causeText[code].relogin !== '')
  expect(told).toEqual(['user-not-in-group', 'session-predates-group'])
  expect(causeText['session-predates-group'].relogin).toContain('user@UID.service')
})

describe('what is not advised', () => {
  it('fits the causes at hand, each once', () => {
    expect(refusalsFor(['user-not-in-group', 'socket-mode']).map(({ id }) => id)).toEqual([
      'chmod-666',
      'run-as-root',
      'plain-tcp',
    ])
    expect(refusalsFor(['container-lacks-group']).map(({ id }) => id)).toContain('baked-group')
    expect(refusalsFor(['sandbox']).map(({ id }) => id)).toContain('setenforce-0')
    expect(refusalsFor(['stale-socket'])).toEqual([])
  })

  it('comes with why', () => {
    for (const { title, why } of refusalsFor(causeCode.options)) {
      expect(title).not.toMatch(/[.!]$/)
      expect(why).toMatch(/^[A-Z].*\.$/)
    }
  })
})
