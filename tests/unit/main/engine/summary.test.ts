import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSummary } from '#main/engine/summary.ts'
import { container } from '#shared/container.ts'

const plain = {
  Id: 'a'.repeat(64),
  Names: ['/web'],
  Image: 'nginx:1.27',
  State: 'running',
  Status: 'Up 2 hours (healthy)',
  Created: 1_700_000_000,
  Ports: [
    { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
    { IP: '::', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
    { PrivatePort: 443, Type: 'tcp' },
  ],
  Labels: { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'web' },
  NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2' }, shop_net: null } },
  Mounts: [{ Type: 'volume', Name: 'data', Source: '', Destination: '/data', RW: false }],
}

describe('readSummary', () => {
  it('maps a row of the list', () => {
    expect(readSummary(plain)).toEqual({
      id: 'a'.repeat(64),
      names: ['web'],
      image: 'nginx:1.27',
      state: 'running',
      status: 'Up 2 hours (healthy)',
      health: 'healthy',
      created: 1_700_000_000,
      networks: [
        { name: 'bridge', ip: '172.17.0.2' },
        { name: 'shop_net', ip: '' },
      ],
      ports: [
        { privatePort: 80, publicPort: 8080, type: 'tcp', addresses: ['0.0.0.0', '::'] },
        { privatePort: 443, type: 'tcp', addresses: [] },
      ],
      labels: [
        { key: 'com.docker.compose.project', value: 'shop' },
        { key: 'com.docker.compose.service', value: 'web' },
      ],
      mounts: [{ type: 'volume', source: 'data', target: '/data', writable: false }],
      project: 'shop',
      service: 'web',
    })
  })

  it.each([
    ['null NetworkSettings', { NetworkSettings: null }, { networks: [] }],
    ['null Networks', { NetworkSettings: { Networks: null } }, { networks: [] }],
    ['no names', { Names: null }, { names: [] }],
    ['an empty name', { Names: ['', '/'] }, { names: [] }],
    ['no ports', { Ports: undefined }, { ports: [] }],
    [
      'a port without a number',
      { Ports: [{ Type: 'tcp' }, null, { PrivatePort: 5, Type: 'udp' }] },
      { ports: [{ privatePort: 5, type: 'udp', addresses: [] }] },
    ],
    ['a short id', { Id: 'abc' }, { id: 'abc' }],
    ['an unknown state', { State: 'pondering', Status: '' }, { state: 'unknown', status: 'pondering' }],
    ['an exit code', { State: 'exited', Status: 'Exited (137) 3 hours ago' }, { state: 'exited', exitCode: 137 }],
    ['a failing health check', { Status: 'Up 1 minute (unhealthy)' }, { health: 'unhealthy' }],
    ['a starting health check', { Status: 'Up 1 second (health: starting)' }, { health: 'starting' }],
    ["Podman's word for a new container", { State: 'configured' }, { state: 'created' }],
    ['labels that are no object', { Labels: 7 }, { labels: [], project: '' }],
    ['unexpected extra fields', { Surprise: { deep: [1] } }, { names: ['web'] }],
  ])('takes %s', (_name, change, expected) => {
    expect(readSummary({ ...plain, ...change })).toMatchObject(expected)
  })

  it('keeps a label named __proto__ as data', () => {
    const row = readSummary(JSON.parse('{"Id":"abc","Labels":{"__proto__":"x","constructor":"y"}}'))
    expect(row?.labels).toEqual([
      { key: '__proto__', value: 'x' },
      { key: 'constructor', value: 'y' },
    ])
    expect(Object.prototype).not.toHaveProperty('x')
  })

  it('leaves out what is no container', () => {
    expect([null, 7, 'x', [], {}, { Id: 4 }].map(readSummary)).toEqual([null, null, null, null, null, null])
  })

  it('never throws, and every row it gives fits the contract', () => {
    const keys = fc.constantFrom(
      'Id',
      'Names',
      'Image',
      'State',
      'Status',
      'Created',
      'Ports',
      'Labels',
      'NetworkSettings',
      'Mounts',
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything()), fc.string(), (fields, id) => {
        const row = readSummary({ ...plain, ...fields, Id: id })
        expect(row === null || container.safeParse(row).success).toBe(true)
      }),
    )
  })
})
