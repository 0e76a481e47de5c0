import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { System } from '#main/ports/system.ts'
import { type LocalResolution, resolveLocal } from '#main/sources/local.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { testSystem, writeInto } from '#tests/support/test-system.ts'

function chosen({ endpoint, from, problem }: LocalResolution) {
  return { endpoint: endpoint && endpointText(endpoint), from, problem: problem?.code ?? null }
}

/** A system on which only these paths exist, whatever this machine has. */
function systemWith(existing: readonly string[], changes: Partial<System> = {}): System {
  const base = testSystem('/home/admin', { env: { XDG_RUNTIME_DIR: '/run/user/1000' }, ...changes })
  const stat = { type: 'socket', uid: 0, gid: 0, mode: 0o660 } as const
  return {
    ...base,
    files: {
      ...base.files,
      stat: async (path) => (existing.includes(path) ? { ok: true, value: stat } : { ok: false, errno: 'ENOENT' }),
    },
  }
}

function addContext(home: string, name: string, host: string): void {
  const id = createHash('sha256').update(name).digest('hex')
  const meta = { Name: name, Metadata: {}, Endpoints: { docker: { Host: host, SkipTLSVerify: false } } }
  writeInto(home, `.docker/contexts/meta/${id}/meta.json`, JSON.stringify(meta))
}

describe('without a choice of the user', () => {
  it('local is the default socket when there is none at all', async () => {
    const resolution = await resolveLocal(systemWith([]), null)
    expect(chosen(resolution)).toEqual({
      endpoint: 'unix:///var/run/docker.sock',
      from: 'default socket',
      problem: null,
    })
    expect(resolution.candidates.map(({ endpoint }) => endpointText(endpoint))).toEqual([
      'unix:///var/run/docker.sock',
      'unix:///run/user/1000/docker.sock',
      'unix:///home/admin/.docker/run/docker.sock',
      'unix:///home/admin/.docker/desktop/docker.sock',
      'unix:///home/admin/.colima/default/docker.sock',
      'unix:///home/admin/.config/colima/default/docker.sock',
      'unix:///home/admin/.rd/docker.sock',
      'unix:///home/admin/.orbstack/run/docker.sock',
      'unix:///run/user/1000/podman/podman.sock',
      'unix:///run/podman/podman.sock',
    ])
  })

  it('local is the first known socket whose file exists', async () => {
    const system = systemWith(['/run/podman/podman.sock', '/home/admin/.rd/docker.sock'])
    expect(chosen(await resolveLocal(system, null))).toMatchObject({
      endpoint: 'unix:///home/admin/.rd/docker.sock',
      from: 'Rancher Desktop',
    })
  })

  it('a socket behind a closed folder counts as existing', async () => {
    const base = systemWith(['/run/podman/podman.sock'])
    const stat: System['files']['stat'] = async (path) =>
      path === '/run/user/1000/docker.sock' ? { ok: false, errno: 'EACCES' } : base.files.stat(path)
    const system = { ...base, files: { ...base.files, stat } }
    expect(chosen(await resolveLocal(system, null)).from).toBe('rootless Docker')
  })

  it('rootless sockets are looked for under /run/user where no login manager says otherwise', async () => {
    const identity = { user: 'a', uid: 77, euid: 77, gid: 77, egid: 77, groups: [77], overridesModes: false }
    const { candidates } = await resolveLocal(systemWith([], { env: {}, identity }), null)
    expect(candidates.map(({ endpoint }) => endpointText(endpoint))).toContain('unix:///run/user/77/docker.sock')
  })

  it('each Lima instance is a candidate', async () => {
    const home = temporaryFolder()
    writeInto(home, '.lima/work/sock/docker.sock')
    writeInto(home, '.lima/_config/user')
    const { candidates } = await resolveLocal(testSystem(home), null)
    const lima = candidates.filter(({ from }) => from.startsWith('Lima'))
    expect(lima.map(({ from, endpoint }) => [from, endpointText(endpoint)])).toEqual([
      ['Lima work', `unix://${home}/.lima/work/sock/docker.sock`],
    ])
  })

  it('on Windows the pipes are the places', async () => {
    const resolution = await resolveLocal(systemWith([], { platform: 'win32', identity: null }), null)
    expect(chosen(resolution).endpoint).toBe('npipe:////./pipe/docker_engine')
    expect(resolution.candidates).toHaveLength(2)
  })
})

describe('DOCKER_HOST', () => {
  const withHost = (DOCKER_HOST: string, more: Record<string, string> = {}) =>
    systemWith(['/var/run/docker.sock'], { env: { DOCKER_HOST, ...more } })

  it('counts as existing when it is on this machine', async () => {
    const resolution = await resolveLocal(withHost('unix:///srv/absent.sock '), null)
    expect(chosen(resolution)).toEqual({ endpoint: 'unix:///srv/absent.sock', from: 'DOCKER_HOST', problem: null })
    expect(resolution.candidates[0]).toMatchObject({ from: 'DOCKER_HOST', current: true, known: false, remote: false })
  })

  it('is a problem when it is malformed, and nothing is used in its place', async () => {
    const resolution = await resolveLocal(withHost('/var/run/docker.sock'), null)
    expect(chosen(resolution)).toEqual({ endpoint: null, from: 'DOCKER_HOST', problem: 'config-invalid' })
    expect(resolution.problem?.facts).toMatchObject({ from: 'DOCKER_HOST', value: '/var/run/docker.sock' })
    expect(resolution.candidates.some(({ current }) => current)).toBe(false)
  })

  it.each([
    ['tcp://build:2375', {}, 'tcp'],
    ['tcp://build:2376', { DOCKER_TLS_VERIFY: '0' }, 'tls'],
    ['ssh://ops@build', {}, 'ssh'],
  ])('%s is offered, and local stays on this machine', async (host, more, kind) => {
    const resolution = await resolveLocal(withHost(host, more), null)
    expect(chosen(resolution)).toMatchObject({ endpoint: 'unix:///var/run/docker.sock', from: 'default socket' })
    expect(resolution.candidates[0]).toMatchObject({
      endpoint: { kind },
      from: 'DOCKER_HOST',
      remote: true,
      current: false,
    })
  })

  it('is unset when it is blank', async () => {
    expect(chosen(await resolveLocal(withHost(' '), null)).from).toBe('default socket')
  })

  it('bears the name under which it was given where it is a known socket, too', async () => {
    const { candidates } = await resolveLocal(withHost('unix:///var/run/docker.sock'), null)
    const same = candidates.filter(({ endpoint }) => endpointText(endpoint) === 'unix:///var/run/docker.sock')
    expect(same.map(({ from, known }) => ({ from, known }))).toEqual([{ from: 'DOCKER_HOST', known: false }])
  })
})

describe('a docker context', () => {
  it('that is current is local, and the others are candidates', async () => {
    const home = temporaryFolder()
    addContext(home, 'mine', 'unix:///srv/mine.sock')
    addContext(home, 'yours', 'unix:///srv/yours.sock')
    addContext(home, 'far', 'ssh://ops@far')
    writeInto(home, '.docker/config.json', '{"auths":{},"currentContext":"mine"}')
    const resolution = await resolveLocal(testSystem(home), null)
    expect(chosen(resolution)).toEqual({
      endpoint: 'unix:///srv/mine.sock',
      from: 'docker context mine',
      problem: null,
    })
    const named = resolution.candidates.filter(({ known }) => !known).map(({ from, remote }) => ({ from, remote }))
    expect(named).toEqual([
      { from: 'docker context mine', remote: false },
      { from: 'docker context far', remote: true },
      { from: 'docker context yours', remote: false },
    ])
  })

  it('named by DOCKER_CONTEXT beats the one in config.json, and DOCKER_HOST beats both', async () => {
    const home = temporaryFolder()
    addContext(home, 'mine', 'unix:///srv/mine.sock')
    addContext(home, 'yours', 'unix:///srv/yours.sock')
    writeInto(home, '.docker/config.json', '{"currentContext":"mine"}')
    const system = (env: Record<string, string>) => testSystem(home, { env })
    expect(chosen(await resolveLocal(system({ DOCKER_CONTEXT: 'yours' }), null)).from).toBe('docker context yours')
    const both = { DOCKER_CONTEXT: 'yours', DOCKER_HOST: 'unix:///srv/host.sock' }
    expect(chosen(await resolveLocal(system(both), null)).from).toBe('DOCKER_HOST')
  })

  it('called default is what this machine has', async () => {
    const home = temporaryFolder()
    const known = (resolution: LocalResolution) => resolution.candidates.find(({ current }) => current)?.known
    const system = testSystem(home, { env: { DOCKER_CONTEXT: 'default' } })
    expect(known(await resolveLocal(system, null))).toBe(true)
  })

  it.each([
    [
      'does not exist',
      'context-missing',
      (home: string) => writeInto(home, '.docker/config.json', '{"currentContext":"nope"}'),
    ],
    ['has a broken definition', 'context-broken', breakContext],
    ['cannot be known', 'config-json-broken', (home: string) => writeInto(home, '.docker/config.json', '{broken')],
  ])('that %s is a problem', async (_, code, prepare) => {
    const home = temporaryFolder()
    prepare(home)
    const resolution = await resolveLocal(testSystem(home), null)
    expect(chosen(resolution)).toMatchObject({ endpoint: null, problem: code })
    expect(resolution.problem?.status).toBe(400)
    expect(resolution.problem?.facts.detail).toMatch(/nope|broken|config\.json/)
  })

  it('in an unreadable config.json is passed over, as the docker command line does', async () => {
    const base = testSystem(temporaryFolder())
    const files: System['files'] = { ...base.files, readText: async () => ({ ok: false, errno: 'EACCES' }) }
    expect((await resolveLocal({ ...base, files }, null)).problem).toBe(null)
  })

  it('is found under DOCKER_CONFIG', async () => {
    const home = temporaryFolder()
    addContext(join(home, 'elsewhere'), 'mine', 'unix:///srv/mine.sock')
    const env = { DOCKER_CONFIG: join(home, 'elsewhere/.docker'), DOCKER_CONTEXT: 'mine' }
    expect(chosen(await resolveLocal(testSystem(home, { env }), null)).endpoint).toBe('unix:///srv/mine.sock')
  })

  function breakContext(home: string): void {
    const id = createHash('sha256').update('broken').digest('hex')
    writeInto(home, `.docker/contexts/meta/${id}/meta.json`, '{not json')
    writeInto(home, '.docker/config.json', '{"currentContext":"broken"}')
  }
})

describe('a pinned engine', () => {
  it('comes before everything, a malformed DOCKER_HOST included', async () => {
    const system = systemWith(['/var/run/docker.sock'], { env: { DOCKER_HOST: 'nonsense' } })
    const resolution = await resolveLocal(system, 'unix:///run/podman/podman.sock')
    expect(chosen(resolution)).toEqual({ endpoint: 'unix:///run/podman/podman.sock', from: 'pinned', problem: null })
    const pinned = resolution.candidates.filter((candidate) => candidate.pinned)
    expect(pinned).toMatchObject([{ from: 'Podman', current: true }])
  })

  it('is listed first where it is none of the known places', async () => {
    const { candidates } = await resolveLocal(systemWith([]), 'unix:///srv/own.sock')
    expect(candidates[0]).toMatchObject({ endpoint: { path: '/srv/own.sock' }, from: 'pinned', pinned: true })
  })

  it('on another machine is refused', async () => {
    const resolution = await resolveLocal(systemWith([]), 'tcp://build:2375')
    expect(chosen(resolution)).toEqual({ endpoint: null, from: 'pinned', problem: 'config-invalid' })
  })
})

it('gives every candidate an id that depends on its address alone', async () => {
  const first = await resolveLocal(systemWith([]), null)
  const second = await resolveLocal(systemWith(['/run/podman/podman.sock']), 'unix:///var/run/docker.sock')
  const ids = ({ candidates }: LocalResolution) => candidates.map(({ id }) => id)
  expect(ids(second)).toEqual(ids(first))
  expect(new Set(ids(first)).size).toBe(ids(first).length)
  for (const id of ids(first)) expect(id).toMatch(/^[0-9a-f]{12}$/)
})
