import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, commandsOf, type FailureLab, openFailureLab, root, socketOf, verdict } from '#tests/support/failure-lab.ts'
import type { Ids } from '#tests/support/run-as.ts'
import { refuseConnect } from '#tests/support/seccomp.ts'
import { leaveStaleSocket } from '#tests/support/stale-socket.ts'

let lab: FailureLab
beforeAll(async () => {
  lab = await openFailureLab()
})
afterAll(() => lab?.close())

/** In a mount namespace of its own, where the socket is mounted at `here` and `then` has been run. */
function runMounted(socket: string, here: string, then: string, { uid, gid }: Ids) {
  const drop = `exec setpriv --reuid=${uid} --regid=${gid} --clear-groups "$@"`
  const script = `mount --bind ${socket} ${here} && ${then} && ${drop}`
  const wrap = ['/usr/bin/unshare', '--mount', '/bin/sh', '-c', script, 'sh']
  return lab.diagnose(root, here, { wrap, env: { container: 'test' } })
}

describe('inside of a container', () => {
  it('a socket whose group has no name calls for that number', async () => {
    const { alice, unnamedGid } = lab
    const path = await lab.makeSocket('host.sock', 0o660, unnamedGid)
    const found = await lab.diagnose(as(alice), path, { env: { container: 'test' } })
    expect(verdict(found).causes).toEqual(['container-lacks-group'])
    expect(commandsOf(found)['container-group-add']?.[0]).toContain(`--group-add ${unnamedGid}`)
    expect(found.fixes.map(({ id }) => id)).toEqual(['container-group-add'])
  })

  it('a mounted socket calls for its number even where another group bears it', async () => {
    const { alice, group } = lab
    const path = await lab.makeSocket('source.sock', 0o660, group.gid)
    const here = join(lab.folder, 'mounted.sock')
    writeFileSync(here, '')
    const found = await runMounted(path, here, 'true', as(alice))
    expect(socketOf(found)?.mountedFrom).toMatch(/source\.sock$/)
    expect(verdict(found).causes).toEqual(['container-lacks-group'])
  })

  it('a mounted socket goes stale when the engine makes a new one', async () => {
    const source = join(lab.folder, 'old.sock')
    await leaveStaleSocket(source)
    writeFileSync(join(lab.folder, 'kept.sock'), '')
    const found = await runMounted(source, join(lab.folder, 'kept.sock'), `rm ${source}`, root)
    expect(verdict(found)).toMatchObject({ problem: 'not-listening', failed: ['listening'] })
    expect(found.causes[0]?.code).toBe('stale-mount')
  })
})

describe('confinement', () => {
  it.each([
    { name: 'EACCES', errno: 13 },
    { name: 'EPERM', errno: 1 },
  ])('by a filter that answers $name shows because mode and group say yes', async ({ errno }) => {
    const { bob, group } = lab
    const path = await lab.makeSocket(`seccomp-${errno}.sock`, 0o660, group.gid)
    const found = await lab.diagnose(as(bob, [group.gid]), path, { wrap: refuseConnect(errno) })
    expect(verdict(found)).toEqual({ problem: 'permission-denied', causes: ['sandbox'], failed: ['permission'] })
    expect(socketOf(found)).toMatchObject({ modeAllows: true, kernelAllows: true })
    expect(found.causes[0]).toMatchObject({
      confidence: 'certain',
      summary: expect.stringContaining('a seccomp filter'),
    })
  })

  it('by a filter without unix sockets is told from the error alone', async () => {
    const path = await lab.makeSocket('family.sock', 0o660, lab.group.gid)
    const found = await lab.diagnose(root, path, { wrap: refuseConnect(97) })
    expect(verdict(found)).toEqual({ problem: 'sandbox', causes: ['sandbox'], failed: ['permission'] })
  })

  it('by a unit that hides the socket shows in what is mounted there', async () => {
    const { bob, group } = lab
    mkdirSync(join(lab.folder, 'systemd/inaccessible'), { recursive: true })
    const mask = await lab.makeSocket('systemd/inaccessible/sock', 0, 0)
    const here = await lab.makeSocket('hidden.sock', 0o660, group.gid)
    const found = await runMounted(mask, here, 'true', as(bob, [group.gid]))
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied' })
    expect(found.causes[0]).toMatchObject({ code: 'sandbox', confidence: 'certain' })
  })

  it('of the ids: in a user namespace the owner of the socket has no number', async () => {
    const { alice, group } = lab
    const path = await lab.makeSocket('ns.sock', 0o660, group.gid)
    for (const wrap of [['--user'], ['--user', '--map-root-user']]) {
      const found = await lab.diagnose(as(alice), path, { wrap: ['/usr/bin/unshare', ...wrap] })
      expect(verdict(found)).toMatchObject({ problem: 'permission-denied', causes: ['user-namespace'] })
      expect(socketOf(found)?.target).toMatchObject({ uid: 65_534, gid: 65_534 })
    }
  })

  it('of root: without CAP_DAC_OVERRIDE modes bind it', async () => {
    const { alice } = lab
    const path = await lab.makeSocket('cap.sock', 0o600, alice.gid, alice.uid)
    const wrap = ['/usr/bin/setpriv', '--bounding-set=-dac_override', '--']
    const found = await lab.diagnose(root, path, { wrap })
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied' })
    expect(socketOf(found)).toMatchObject({ decidedBy: 'other', kernelAllows: false })
    expect(found.causes[0]?.code).toBe('socket-mode')
  })
})
