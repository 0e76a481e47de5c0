import { describe, expect, it } from 'vitest'
import { readSummary } from '#main/engine/summary.ts'
import { exitCode } from '../../../src/cli/exit-code.ts'
import { reportShape } from '../../../src/cli/ps.ts'
import { columns } from '../../../src/cli/terminal.ts'

function shapeOf(value: object) {
  const row = readSummary(value)
  if (!row) throw new Error('no row')
  return reportShape(row)
}

describe('the shape of ps --json', () => {
  it("is the original report's", () => {
    expect(
      shapeOf({
        Id: 'abc123def456789',
        Names: ['/web'],
        Image: 'nginx:latest',
        State: 'running',
        Status: 'Up 2 hours',
        NetworkSettings: { Networks: { bridge: { IPAddress: '172.17.0.2' }, other: { IPAddress: '10.0.0.2' } } },
        Ports: [
          { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
          { IP: '::', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
        ],
      }),
    ).toEqual({
      id: 'abc123def456',
      names: ['web'],
      image: 'nginx:latest',
      state: 'running',
      status: 'Up 2 hours',
      network: 'bridge',
      ip: '172.17.0.2',
      ports: [{ private_port: 80, public_port: 8080, type: 'tcp' }],
    })
  })

  it('has empty strings and zeros where there is nothing', () => {
    expect(shapeOf({ Id: 'short', Ports: [{ PrivatePort: 53, Type: 'udp' }] })).toEqual({
      id: 'short',
      names: [],
      image: '',
      state: 'unknown',
      status: '',
      network: '',
      ip: '',
      ports: [{ private_port: 53, public_port: 0, type: 'udp' }],
    })
  })
})

describe('columns', () => {
  it('aligns cells and makes what would fool a terminal visible', () => {
    expect(
      columns([
        ['ID', 'NAME'],
        ['abcdef', 'we\u202eb\u001b[31m'],
      ]),
    ).toEqual(['ID       NAME', 'abcdef   we⟨U+202E⟩b⟨U+001B⟩[31m'])
  })
})

describe('exitCode', () => {
  it.each([
    [null, 0],
    [503, 1],
    [400, 2],
    [403, 3],
    [404, 3],
    [409, 3],
    [501, 3],
    [500, 70],
    [499, 70],
  ])('of status %s is %s', (status, code) => {
    expect(exitCode(status === null ? null : { status })).toBe(code)
  })
})
