import { describe, expect, it } from 'vitest'
import { ageText, agoText, clockText, countdownText, exactText } from '../../../../src/renderer/ui/age-text.ts'

const second = 1000
const day = 86_400 * second

describe('times in words', () => {
  it.each([
    [-5 * second, 'now'],
    [999, 'now'],
    [8 * second, '8 s'],
    [59_999, '59 s'],
    [60 * second, '1 min'],
    [7_199 * second, '1 h'],
    [2 * day, '2 d'],
    [15 * day, '2 wk'],
    [70 * day, '2 mo'],
    [800 * day, '2 y'],
  ])('says %i ms as %j', (elapsed, text) => {
    expect(ageText(elapsed)).toBe(text)
  })

  it('says ago of what is over, and not of now', () => {
    expect(agoText(61 * second)).toBe('1 min ago')
    expect(agoText(0)).toBe('now')
  })

  it('counts down in whole seconds and never below zero', () => {
    expect(countdownText(10_001, 2_000)).toBe('in 9 s')
    expect(countdownText(2_000, 2_000)).toBe('now')
    expect(countdownText(1_000, 2_000)).toBe('now')
  })

  it('gives the time of today alone, and that of another day with its date', () => {
    const noon = new Date(2026, 0, 5, 12, 3, 7).getTime()
    expect(clockText(noon, noon + 60_000)).toBe('12:03')
    expect(clockText(noon, noon + 2 * day)).toMatch(/5.*12:03$/)
    expect(exactText(noon)).toContain('12:03:07')
  })
})
