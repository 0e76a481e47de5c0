import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInspection } from '#main/engine/inspection.ts'

describe('readInspection', () => {
  it('maps the details', () => {
    const details = readInspection({
      Path: '/bin/sh',
      Args: ['-c', 'sleep 1'],
      State: {
        StartedAt: '2026-11-23T10:00:00Z',
        FinishedAt: '0001-01-01T00:00:00Z',
        Health: { Log: [{ Start: 's', ExitCode: 1, Output: 'no' }] },
      },
      Config: { User: '1000', WorkingDir: '/app', Env: ['A=1=2', 'EMPTY=', 'BARE'] },
      HostConfig: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 } },
      NetworkSettings: {
        Networks: { bridge: { IPAddress: '172.17.0.2', Gateway: '172.17.0.1', Aliases: null }, odd: null },
      },
    })
    expect(details).toMatchObject({
      command: '/bin/sh -c sleep 1',
      user: '1000',
      workingDirectory: '/app',
      restartPolicy: 'on-failure:3',
      startedAt: '2026-11-23T10:00:00Z',
      finishedAt: '',
      healthLog: [{ at: 's', exitCode: 1, output: 'no' }],
      environment: [
        { name: 'A', value: '1=2' },
        { name: 'EMPTY', value: '' },
        { name: 'BARE', value: '' },
      ],
      networks: [
        { name: 'bridge', ip: '172.17.0.2', gateway: '172.17.0.1', aliases: [], ipv6: '', mac: '' },
        { name: 'odd', ip: '' },
      ],
    })
    expect(JSON.parse(details.raw)).toMatchObject({ Path: '/bin/sh' })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readInspection(value)).toHaveProperty('environment')
      }),
    )
  })
})
