import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiagnoseInput, diagnose } from '#main/diagnosis/diagnose.ts'
import type { TryEngine } from '#main/diagnosis/try-candidates.ts'
import { localCandidate } from '#main/sources/local-candidate.ts'
import { type Diagnosis, diagnosis } from '#shared/diagnosis.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { problemOf } from '#shared/problem.ts'
import { failed, ok } from '#shared/result.ts'
import { localSource } from '#shared/source.ts'
import { leaveStaleSocket } from '#tests/support/stale-socket.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { testSystem } from '#tests/support/test-system.ts'

const engine = { kind: 'docker', version: '27.0.0', apiVersion: '1.44', os: 'linux' } as const
const unix = (path: string): Endpoint => ({ kind: 'unix', path })
const never: TryEngine = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

function input(folder: string, changes: Partial<DiagnoseInput>): DiagnoseInput {
  return {
    source: localSource,
    endpoint: unix(join(folder, 'docker.sock')),
    from: 'default socket',
    problem: problemOf('not-listening'),
    engine: null,
    system: testSystem(folder),
    candidates: [],
    tryEngine: async () => ok(engine),
    ...changes,
  }
}

function causesOf({ causes }: Diagnosis) {
  return causes.map(({ code }) => code)
}

describe('a diagnosis', () => {
  it('of a dead socket has its findings, its cause and its ladder, in the shape of the contract', async () => {
    const folder = temporaryFolder()
    await leaveStaleSocket(join(folder, 'docker.sock'))
    const found = await diagnose(input(folder, {}))
    expect(diagnosis.parse(found)).toEqual(found)
    expect(found.findings.map(({ probe }) => probe)).toEqual(['socket', 'groups', 'installed', 'container'])
    expect(causesOf(found)).toEqual(['stale-socket'])
    expect(found.ladder.find(({ verdict }) => verdict === 'failed')?.step).toBe('listening')
    expect(found.fixes).toEqual([])
  })

  it('of a folder in the place of the socket names it', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'docker.sock'))
    const found = await diagnose(input(folder, {}))
    expect(causesOf(found)).toEqual(['socket-is-directory'])
  })

  it('of a healthy engine shows the findings and no cause', async () => {
    const folder = temporaryFolder()
    const found = await diagnose(input(folder, { problem: null, engine }))
    expect(found.findings).toHaveLength(4)
    expect(causesOf(found)).toEqual([])
  })

  it('of an address that does not hold runs no probe', async () => {
    const found = await diagnose(input(temporaryFolder(), { endpoint: null, problem: problemOf('config-invalid') }))
    expect(found.findings).toEqual([])
    expect(found.ladder[0]).toMatchObject({ step: 'address', verdict: 'failed' })
  })

  it('of a place Gangway came to by itself may find that no engine is installed, and of a named one not', async () => {
    const folder = temporaryFolder()
    const system = testSystem(folder)
    const files = {
      ...system.files,
      findExecutable: async () => null,
      stat: async () => ({ ok: false as const, errno: 'ENOENT' }),
    }
    const path = unix(join(folder, 'docker.sock'))
    const candidates = [{ ...localCandidate(path, 'default socket', true), current: true }]
    const problem = problemOf('socket-missing')
    const bare = { system: { ...system, files, env: {} }, problem, candidates }
    expect(causesOf(await diagnose(input(folder, bare)))[0]).toBe('engine-not-installed')
    expect(causesOf(await diagnose(input(folder, { ...bare, from: '--host' })))[0]).toBe('socket-missing')
  })
})

describe('the candidates', () => {
  const here = (path: string) => localCandidate(unix(path), path, true)

  it('are all tried at once, each with its verdict, and the one that was tried keeps its own', async () => {
    const folder = temporaryFolder()
    const current = { ...localCandidate(unix(join(folder, 'docker.sock')), 'default socket', true), current: true }
    const tried: string[] = []
    const tryEngine: TryEngine = async (endpoint) => {
      const path = 'path' in endpoint ? endpoint.path : ''
      tried.push(path)
      return path === '/works' ? ok(engine) : failed(problemOf('socket-missing'))
    }
    const found = await diagnose(input(folder, { candidates: [current, here('/works'), here('/gone')], tryEngine }))
    expect(found.candidates.map(({ verdict, code, engine: with_ }) => ({ verdict, code, engine: with_ }))).toEqual([
      { verdict: 'fails', code: 'not-listening', engine: null },
      { verdict: 'works', code: null, engine },
      { verdict: 'fails', code: 'socket-missing', engine: null },
    ])
    expect(tried).toEqual(['/works', '/gone'])
  })

  it('on other machines are offered and never dialled', async () => {
    const remote = localCandidate({ kind: 'tcp', host: 'build', port: 2375 }, 'DOCKER_HOST', false)
    const tryEngine: TryEngine = async () => {
      throw new Error('dialled')
    }
    const found = await diagnose(input(temporaryFolder(), { candidates: [remote], tryEngine }))
    expect(found.candidates).toMatchObject([{ verdict: 'offered', code: null, from: 'DOCKER_HOST' }])
  })

  it('that hang do not hold up the others for ever', async () => {
    const found = await diagnose(input(temporaryFolder(), { candidates: [here('/hangs')], tryEngine: never }))
    expect(found.candidates).toMatchObject([{ verdict: 'fails', code: 'timeout-response' }])
  })

  it('are left when the diagnosis is cancelled', async () => {
    const stop = new AbortController()
    const running = diagnose(
      input(temporaryFolder(), { candidates: [here('/hangs')], tryEngine: never, signal: stop.signal }),
    )
    stop.abort(new Error('enough'))
    await expect(running).rejects.toThrow('enough')
  })
})
