import { describe, expect, it } from 'vitest'
import { freshness } from '../../../../../src/renderer/features/containers/freshness-model.ts'

const engine = { kind: 'docker', version: '20.10.24', apiVersion: '1.41', os: 'linux' } as const
const problem = { code: 'not-listening', status: 503, facts: {}, raw: '' } as const

describe('the freshness mark', () => {
  it('says live and nothing more while online', () => {
    expect(freshness({ kind: 'online', since: 1, engine }, 5)).toMatchObject({
      look: { word: 'live' },
      retryAt: null,
      staleSince: null,
    })
  })

  it('says when it reconnects and since when the list is stale', () => {
    expect(freshness({ kind: 'offline', problem, since: 6, retryAt: 9 }, 5)).toMatchObject({
      look: { word: 'reconnecting' },
      retryAt: 9,
      staleSince: 5,
    })
  })

  it('claims no time for a list that never was', () => {
    expect(freshness({ kind: 'connecting', since: 1 }, 0).staleSince).toBeNull()
  })
})
