import { describe, expect, it } from 'vitest'
import { type Attempt, buildLadder } from '#main/diagnosis/ladder.ts'
import { type ProblemCode, problemOf, problemStatus } from '#shared/problem.ts'
import { component, socketFinding } from '#tests/support/findings.ts'

const docker = { kind: 'docker', version: '20.10.24', apiVersion: '1.41', os: 'linux' } as const
const unix: Attempt = {
  endpoint: { kind: 'unix', path: '/var/run/docker.sock' },
  from: 'default socket',
  problem: null,
  engine: null,
  findings: [],
}
const signs = { passed: '✓', failed: '✕', 'not-reached': '○' }

function draw(attempt: Partial<Attempt>): string {
  return buildLadder({ ...unix, ...attempt })
    .map(({ step, verdict }) => `${signs[verdict]}${step}`)
    .join(' ')
}

describe('the ladder', () => {
  it('is passed to its end by an engine that lists', () => {
    expect(draw({ engine: docker })).toBe('✓address ✓socket ✓permission ✓listening ✓engine ✓version ✓list')
    expect(buildLadder({ ...unix, engine: docker }).map(({ summary }) => summary)).toEqual([
      'The address is unix:///var/run/docker.sock (default socket)',
      'The socket exists',
      'You may write to it',
      'Something listens there',
      'Docker 20.10.24 answers',
      'Both speak API 1.41',
      'It lists its containers',
    ])
  })

  it.each<[ProblemCode, string]>([
    ['socket-missing', '✓address ✕socket ○permission ○listening ○engine ○version ○list'],
    ['permission-denied', '✓address ✓socket ✕permission ○listening ○engine ○version ○list'],
    ['not-listening', '✓address ✓socket ✓permission ✕listening ○engine ○version ○list'],
    ['timeout-response', '✓address ✓socket ✓permission ✓listening ✕engine ○version ○list'],
    ['api-client-too-old', '✓address ✓socket ✓permission ✓listening ✓engine ✕version ○list'],
    ['authz-denied', '✓address ✓socket ✓permission ✓listening ✓engine ✓version ✕list'],
  ])('stops where %s stands in the way', (code, ladder) => {
    expect(draw({ problem: problemOf(code), findings: [socketFinding(component())] })).toBe(ladder)
  })

  it('does not claim that a socket exists which nobody may look at', () => {
    const denied = component({ path: '/srv/docker.sock', verdict: 'denied', type: 'unknown' })
    const attempt = { ...unix, problem: problemOf('permission-denied'), findings: [socketFinding(null, {}, [denied])] }
    expect(draw(attempt)).toMatch(/^✓address ✕socket ○permission/)
    expect(buildLadder(attempt)[1]?.summary).toBe('You may not pass to /srv/docker.sock')
  })

  it('stops at the socket where something else has its place, whatever the error was', () => {
    const findings = [socketFinding(component({ type: 'directory' }))]
    for (const code of ['permission-denied', 'not-listening'] as const) {
      const attempt = { ...unix, problem: problemOf(code), findings }
      expect(draw(attempt)).toMatch(/^✓address ✕socket ○permission/)
      expect(buildLadder(attempt)[1]?.summary).toBe('A folder is in its place')
    }
  })

  it('stops at the address where there is none', () => {
    const attempt = { endpoint: null, from: 'DOCKER_HOST', problem: problemOf('config-invalid') }
    expect(draw(attempt)).toMatch(/^✕address ○socket/)
    expect(buildLadder({ ...unix, ...attempt })[0]?.summary).toBe('The address is not valid (DOCKER_HOST)')
  })

  it('has no steps of a file where there is no file', () => {
    const endpoint = { kind: 'tcp', host: 'localhost', port: 2375 } as const
    expect(draw({ endpoint, problem: problemOf('connection-refused') })).toBe(
      '✓address ✕listening ○engine ○version ○list',
    )
  })
})

it('fails at exactly one step for every problem, over a file or a network', () => {
  const endpoints = [unix.endpoint, null, { kind: 'ssh', user: '', host: 'build', port: 22 } as const]
  for (const code of Object.keys(problemStatus).filter((each): each is ProblemCode => each in problemStatus)) {
    for (const endpoint of endpoints) {
      const ladder = draw({ endpoint, problem: problemOf(code) })
      expect(ladder, code).toMatch(/^(✓\w+ )*✕\w+( ○\w+)*$/)
    }
  }
})
