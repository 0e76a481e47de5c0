import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findMatches,
  hideEnvironment,
  linePieces,
  lineStarts,
  matchLimit,
} from '../../../../../src/renderer/features/containers/details/raw-model.ts'

describe('hiding the environment in raw JSON', () => {
  const raw = JSON.stringify(
    {
      Name: '/web',
      Config: {
        Env: ['PATH=/bin', 'SECRET=a "quoted" \\ back\nline]', 'EMPTY=', 'odd'],
        Labels: { note: 'A=b' },
      },
      Nested: { Env: ['TOKEN=xyz'] },
      Args: ['KEY=kept'],
    },
    null,
    2,
  )

  it('hides every value and keeps every name', () => {
    const hidden = hideEnvironment(raw)
    for (const secret of ['/bin', 'quoted', 'xyz']) expect(hidden).not.toContain(secret)
    for (const name of ['"PATH=', '"SECRET=', '"EMPTY=', '"odd"', '"TOKEN=']) expect(hidden).toContain(name)
  })

  it('leaves all else word for word and the text as JSON', () => {
    const parsed = JSON.parse(hideEnvironment(raw))
    expect(parsed.Args).toEqual(['KEY=kept'])
    expect(parsed.Config.Labels).toEqual({ note: 'A=b' })
  })

  it('lets no value through, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1 }), (values) => {
        const env = values.map((value, index) => `V${index}=${value}`)
        const parsed = JSON.parse(hideEnvironment(JSON.stringify({ Config: { Env: env, After: 1 } }, null, 2)))
        expect(parsed).toEqual({ Config: { Env: env.map((_, index) => `V${index}=••••••••`), After: 1 } })
      }),
    )
  })
})

describe('searching raw text', () => {
  it('counts matches whatever their case and takes the query literally', () => {
    expect(findMatches('a.b A.B axb', 'a.b')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ])
    expect(findMatches('abc', '')).toEqual([])
    expect(findMatches('(', '(')).toHaveLength(1)
  })

  it('stops counting at its limit', () => {
    expect(findMatches('a'.repeat(matchLimit + 5), 'a')).toHaveLength(matchLimit)
  })

  it('begins a line after each line feed and continues long ones', () => {
    expect(lineStarts('ab\ncd\n')).toEqual([0, 3, 6])
    expect(lineStarts('x'.repeat(900))).toEqual([0, 400, 800])
  })

  it('marks a match that runs over the end of a shown line on both lines', () => {
    const text = `${'x'.repeat(398)}match`
    const matches = findMatches(text, 'match')
    const [first, second] = lineStarts(text)
    expect(linePieces(text, first ?? 0, second ?? 0, matches).at(-1)).toEqual({ text: 'ma', match: 0, offset: 398 })
    expect(linePieces(text, second ?? 0, text.length, matches)).toEqual([{ text: 'tch', match: 0, offset: 400 }])
  })

  it('loses and doubles no character, however lines and matches fall', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 900 }), (text) => {
        const starts = lineStarts(text)
        const matches = findMatches(text, 'ab')
        const pieces = starts.flatMap((start, index) =>
          linePieces(text, start, starts[index + 1] ?? text.length, matches),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const marked = pieces.filter((piece) => piece.match !== null).map((piece) => piece.text)
        expect(marked.join('')).toBe('ab'.repeat(matches.length))
      }),
    )
  })
})
