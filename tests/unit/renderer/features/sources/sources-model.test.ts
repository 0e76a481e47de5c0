import { describe, expect, it } from 'vitest'
import { sourceLine } from '../../../../../src/renderer/features/sources/sources-model.ts'

const problem = { code: 'permission-denied', status: 503, facts: {}, raw: '' } as const

describe('a source in the rail', () => {
  it('says which engine answers, and its version where it tells one', () => {
    const engine = { kind: 'podman', version: '4.3.1', apiVersion: '1.41', os: 'linux' } as const
    expect(sourceLine({ kind: 'online', since: 1, engine }).words).toBe('Podman 4.3.1')
    expect(sourceLine({ kind: 'online', since: 1, engine: { ...engine, version: '' } }).words).toBe('Podman')
  })

  it('says what is wrong and when it tries again', () => {
    expect(sourceLine({ kind: 'offline', problem, since: 1, retryAt: 9 })).toMatchObject({
      look: { word: 'offline', shape: 'cross' },
      words: 'permission denied',
      retryAt: 9,
    })
  })

  it('gives every state a word of its own', () => {
    const engine = { kind: 'docker', version: '', apiVersion: '', os: '' } as const
    const words = [
      sourceLine({ kind: 'connecting', since: 1 }),
      sourceLine({ kind: 'online', since: 1, engine }),
      sourceLine({ kind: 'offline', problem, since: 1, retryAt: 2 }),
      sourceLine({ kind: 'disabled', by: 'setting' }),
    ].map((line) => line.look.word)
    expect(new Set(words).size).toBe(words.length)
  })
})
