import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importBusybox, runContainer } from '#tests/support/lab/containers.ts'
import type { Daemon } from '#tests/support/lab/daemon.ts'
import { startDockerd } from '#tests/support/lab/dockerd.ts'

const gangway = join(import.meta.dirname, '../../bin/gangway.mjs')

let engine: Daemon
let home = ''
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gangway-cli-'))
  engine = await startDockerd()
  await importBusybox(engine.socket)
  await runContainer(engine.socket, { name: 'web', ExposedPorts: { '80/tcp': {} } })
})
afterAll(async () => {
  await engine?.stop()
  rmSync(home, { recursive: true, force: true })
})

/** Runs the built command line as a script would: no terminal, an own home, only the variables given. */
function run(words: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  const environment = { PATH: process.env.PATH ?? '', HOME: home, DOCKER_HOST: `unix://${engine.socket}`, ...env }
  return new Promise((resolve) => {
    execFile(process.execPath, [gangway, ...words], { env: environment, timeout: 30_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
}

const failure = z.object({
  error: z.object({ code: z.string(), status: z.number(), title: z.string(), message: z.string() }),
})

describe('gangway ps', () => {
  it('prints the running containers as columns, without colours', async () => {
    const { code, out, err } = await run(['ps'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^ID +NAME +IMAGE +STATUS +PORTS +NETWORK\n/)
    expect(out).toMatch(/[0-9a-f]{12} +web +gangway-busybox:latest +Up /)
    expect(out).not.toContain('\u001b[')
  })

  it('prints JSON in the shape scripts rely on', async () => {
    const { code, out } = await run(['ps', '--all', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      {
        id: expect.stringMatching(/^[0-9a-f]{12}$/),
        names: ['web'],
        state: 'running',
        image: 'gangway-busybox:latest',
      },
    ])
  })

  it('exits with 1 and names the problem when there is no engine', async () => {
    const { code, out } = await run(['ps', '--json'], { DOCKER_HOST: 'unix:///run/gangway-nowhere.sock' })
    expect(code).toBe(1)
    expect(failure.parse(JSON.parse(out)).error).toMatchObject({ code: 'socket-missing', status: 503 })
  })

  it.each([
    ['an unknown selector', ['ps', '--source', 'prod', '--json'], 2, 'invalid-request'],
    ['an address for a selector', ['ps', '--source', 'tcp://10.0.0.1:2375', '--json'], 2, 'invalid-request'],
    [
      'a server that is not saved',
      ['ps', '--source', '123e4567-e89b-42d3-a456-426614174000', '--json'],
      3,
      'unknown-source',
    ],
    ['an unknown option', ['ps', '--everything', '--json'], 2, 'invalid-request'],
    ['an unknown command', ['dance', '--json'], 2, 'invalid-request'],
  ])('refuses %s', async (_name, words, expected, problem) => {
    const { code, out } = await run(words)
    expect(code).toBe(expected)
    expect(failure.parse(JSON.parse(out)).error.code).toBe(problem)
  })

  it('dials nothing when engine access is switched off', async () => {
    const { code, out } = await run(['ps', '--json'], { GANGWAY_DOCKER_ENABLED: 'false' })
    expect(code).toBe(1)
    expect(failure.parse(JSON.parse(out)).error.code).toBe('disabled')
  })
})

const report = z.object({
  source: z.literal('local'),
  endpoint: z.string().nullable(),
  ok: z.boolean(),
  engine: z.object({ kind: z.string(), version: z.string(), apiVersion: z.string() }).nullable(),
  problem: z
    .object({ code: z.string(), status: z.number(), title: z.string(), message: z.string(), raw: z.string() })
    .nullable(),
  findings: z.array(z.object({ probe: z.string(), verdict: z.string(), summary: z.string(), facts: z.unknown() })),
  causes: z.array(
    z.object({ code: z.string(), confidence: z.string(), summary: z.string(), findings: z.array(z.string()) }),
  ),
  fixes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      runnable: z.boolean(),
      risk: z.string(),
      relogin: z.boolean(),
      steps: z.array(z.object({ argv: z.array(z.string()) })),
      undo: z.array(z.object({ argv: z.array(z.string()) })),
    }),
  ),
  candidates: z.array(
    z.object({ endpoint: z.string(), from: z.string(), verdict: z.string(), code: z.string().nullable() }),
  ),
})

describe('gangway doctor', () => {
  it('says that the engine can be used', async () => {
    const { code, out } = await run(['doctor', '--json'])
    expect(code).toBe(0)
    expect(report.strict().parse(JSON.parse(out))).toMatchObject({
      ok: true,
      endpoint: `unix://${engine.socket}`,
      engine: { kind: 'docker', version: expect.stringContaining('20.10') },
      problem: null,
      causes: [],
    })
  })

  it('says why it cannot, with a cause and a way out', async () => {
    const { code, out } = await run(['doctor', '--host', 'unix:///run/gangway-nowhere.sock', '--json'])
    expect(code).toBe(1)
    const parsed = report.parse(JSON.parse(out))
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'socket-missing', status: 503 } })
    expect(parsed.causes[0]?.code).toBe('socket-missing')
    expect(parsed.findings.map(({ probe }) => probe)).toContain('socket')
  })

  it('prints the same for a person', async () => {
    const { code, out } = await run(['doctor', '--host', 'unix:///run/gangway-nowhere.sock'])
    expect(code).toBe(1)
    expect(out).toContain('socket-missing')
    expect(out).toContain('unix:///run/gangway-nowhere.sock')
    expect(out).toMatch(/✕ /)
  })

  it.each([
    ['a relative path', 'unix://run/docker.sock'],
    ['a path without a scheme', '/var/run/docker.sock'],
    ['no port', 'tcp://127.0.0.1'],
    ['nonsense', 'moon'],
  ])('refuses %s with what to write instead', async (_name, host) => {
    const { code, out } = await run(['doctor', '--host', host, '--json'])
    expect(code).toBe(2)
    expect(failure.parse(JSON.parse(out)).error.code).toBe('config-invalid')
  })
})

describe('gangway', () => {
  it('explains itself', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('gangway ps')
    expect(out).toContain('gangway doctor')
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
