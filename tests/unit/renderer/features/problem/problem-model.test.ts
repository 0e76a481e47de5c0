import { describe, expect, it } from 'vitest'
import type { Candidate, Diagnosis } from '#shared/diagnosis.ts'
import { localSource } from '#shared/source.ts'
import {
  candidateWords,
  commandOf,
  reportText,
  riskWords,
} from '../../../../../src/renderer/features/problem/problem-model.ts'

const candidate: Candidate = {
  id: 'a',
  endpoint: { kind: 'unix', path: '/var/run/docker.sock' },
  from: 'default socket',
  verdict: 'fails',
  code: 'permission-denied',
  engine: null,
  current: true,
  pinned: false,
}
const problem = {
  code: 'permission-denied',
  status: 503,
  facts: {},
  raw: 'connect EACCES /var/run/docker.sock',
} as const

describe('the words of the problem panel', () => {
  it('shows a privileged step with sudo and quotes what a shell would take apart', () => {
    const step = { argv: ['setfacl', '-m', 'u:my user:rw', '/run/docker.sock'], why: '', privileged: true }
    expect(commandOf(step)).toBe("sudo setfacl -m 'u:my user:rw' /run/docker.sock")
    expect(commandOf({ ...step, argv: ['id'], privileged: false })).toBe('id')
  })

  it('says plainly what a way out opens, and when it needs a new login', () => {
    expect(riskWords({ risk: 'root-equivalent', relogin: true })).toEqual([
      'root-equivalent: whoever may use the socket is root on this machine',
      'takes effect after you log out and in',
    ])
    expect(riskWords({ risk: 'none', relogin: false })).toEqual(['changes no rights'])
  })

  it('gives each candidate its verdict', () => {
    const engine = { kind: 'podman', version: '4.3.1', apiVersion: '1.41', os: 'linux' } as const
    expect(candidateWords(candidate)).toBe('permission denied')
    expect(candidateWords({ ...candidate, verdict: 'works', code: null, engine })).toBe('works · 4.3.1')
    expect(candidateWords({ ...candidate, verdict: 'offered', code: null })).toContain('remote')
  })

  it('puts everything that was found into the report, the raw error last', () => {
    const diagnosis: Diagnosis = {
      source: localSource,
      endpoint: candidate.endpoint,
      from: 'default socket',
      engine: null,
      problem,
      ladder: [{ step: 'permission', verdict: 'failed', summary: 'you may not write to it' }],
      findings: [{ probe: 'socket', verdict: 'found', summary: 'root:docker 0660', facts: null }],
      causes: [
        { code: 'user-not-in-group', confidence: 'certain', summary: 'you are not in it', findings: [], facts: {} },
      ],
      fixes: [],
      candidates: [candidate],
    }
    const report = reportText('You may not use the engine', problem, diagnosis)
    const parts = ['permission-denied (503)', 'x you may not write', 'root:docker 0660', 'user-not-in-group (certain)']
    for (const part of parts) expect(report).toContain(part)
    expect(report).toContain('unix:///var/run/docker.sock (default socket): permission denied')
    expect(report.trimEnd().endsWith(problem.raw)).toBe(true)
  })

  it('reports a problem that was not diagnosed as well', () => {
    expect(reportText('Title', problem, null)).toContain(problem.raw)
  })
})
