import { describe, expect, it } from 'vitest'
import { matchesTerms, searchTerms } from '../../../../../src/renderer/features/containers/search-model.ts'
import { row } from './row.ts'

const container = row({
  name: 'Shop-API',
  id: 'f00d'.repeat(16),
  image: 'registry.example.com/shop/api:42',
  labels: [{ key: 'tier', value: 'Backend' }],
  ports: [{ privatePort: 3000, publicPort: 18080, type: 'tcp', addresses: ['0.0.0.0'] }],
  networks: [{ name: 'shop_default', ip: '172.20.0.7' }],
})
const finds = (query: string) => matchesTerms(container, searchTerms(query))

describe('searching the list', () => {
  it.each(['shop-api', 'API:42', 'f00df00d', 'tier=backend', '18080', '3000/tcp', 'shop_default', '172.20.0.7'])(
    'finds a container by %j',
    (query) => expect(finds(query)).toBe(true),
  )

  it('wants every word, in whatever place and order', () => {
    expect(finds('  backend   shop ')).toBe(true)
    expect(finds('backend nowhere')).toBe(false)
  })

  it('takes what is typed as it stands, not as a pattern', () => {
    expect(finds('shop.api')).toBe(false)
    expect(finds('[')).toBe(false)
  })

  it('finds everything when nothing is asked', () => {
    expect(finds('   ')).toBe(true)
  })
})
