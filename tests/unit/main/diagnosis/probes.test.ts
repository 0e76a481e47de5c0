import { chmodSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { probeContainer } from '#main/diagnosis/probes/container.ts'
import { probeGroups } from '#main/diagnosis/probes/groups.ts'
import { probeInstalled } from '#main/diagnosis/probes/installed.ts'
import { findMountRoot } from '#main/diagnosis/probes/mount-root.ts'
import { probeSocket } from '#main/diagnosis/probes/socket.ts'
import { nodeSystem, type System } from '#main/ports/system.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { testSystem, writeInto } from '#tests/support/test-system.ts'

async function listen(path: string): Promise<void> {
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(path, resolve))
}

/** The system with these texts in place of its own files. */
function withTexts(texts: Record<string, string>, changes: Partial<System> = {}): System {
  const base = testSystem('/nonexistent', changes)
  return {
    ...base,
    files: {
      ...base.files,
      stat: async () => ({ ok: false, errno: 'ENOENT' }),
      readText: async (path) => {
        const value = texts[path]
        return value === undefined ? { ok: false, errno: 'ENOENT' } : { ok: true, value }
      },
    },
  }
}

describe('the socket probe', () => {
  it('finds the owner, the group and the mode of a real socket, and that its maker may write to it', async () => {
    const path = join(temporaryFolder(), 'docker.sock')
    await listen(path)
    const { identity } = nodeSystem()
    const found = await probeSocket(nodeSystem(), path)
    expect(found).toMatchObject({
      verdict: 'found',
      facts: {
        path,
        target: { path, type: 'socket', uid: identity?.euid, gid: identity?.egid, verdict: 'found' },
        modeAllows: true,
        kernelAllows: true,
        mountedFrom: '',
      },
    })
    expect(found.summary).toMatch(/docker\.sock is a socket, \S+:\S+ 0\d{3}/)
  })

  it('finds where the way ends', async () => {
    const folder = temporaryFolder()
    const found = await probeSocket(nodeSystem(), join(folder, 'a/docker.sock'))
    expect(found).toMatchObject({ verdict: 'absent', summary: `${join(folder, 'a')} does not exist` })
    expect(found.facts).toMatchObject({ target: null, modeAllows: false, decidedBy: 'none', kernelAllows: false })
  })

  it('is content where the user database cannot be asked', async () => {
    const path = join(temporaryFolder(), 'docker.sock')
    mkdirSync(path)
    const base = nodeSystem()
    const unable = async () => ({ ok: false as const, errno: 'ETIMEDOUT' })
    const system = { ...base, users: { findUsers: unable, findGroups: unable, groupsOf: unable } }
    expect((await probeSocket(system, path)).facts).toMatchObject({
      target: { owner: null, group: null, type: 'directory' },
    })
  })
})

describe('the groups probe', () => {
  const identity = { user: 'root', uid: 0, euid: 0, gid: 0, egid: 0, groups: [0, 58_123], overridesModes: false }

  it('compares the process with the database, and names what has a name', async () => {
    const found = await probeGroups({ ...nodeSystem(), identity }, '/')
    expect(found.facts).toMatchObject({
      uid: 0,
      user: 'root',
      processGroups: [
        { gid: 0, name: 'root' },
        { gid: 58_123, name: null },
      ],
      socketGroup: { gid: 0, name: 'root' },
      inProcess: true,
      inDatabase: true,
    })
    expect(found.facts?.databaseGroups).toContainEqual({ gid: 0, name: 'root' })
  })

  it('knows that a uid without a name is in no group of the database', async () => {
    const found = await probeGroups({ ...nodeSystem(), identity: { ...identity, user: null } }, '/nonexistent')
    expect(found.facts).toMatchObject({ databaseGroups: [], socketGroup: null, inProcess: false, inDatabase: false })
    expect(found.summary).toContain('which has no name here')
  })

  it('says so where the database cannot be asked', async () => {
    const base = nodeSystem()
    const users = { ...base.users, groupsOf: async () => ({ ok: false as const, errno: 'ETIMEDOUT' }) }
    const found = await probeGroups({ ...base, identity, users }, '/')
    expect(found.facts?.databaseGroups).toBe(null)
    expect(found.summary).toContain('in the database unknown')
  })

  it('has nothing to say on a system without groups', async () => {
    expect(await probeGroups({ ...nodeSystem(), identity: null }, '/')).toMatchObject({
      verdict: 'unreadable',
      facts: null,
    })
  })
})

describe('the installed probe', () => {
  it('looks along PATH, for executable files only', async () => {
    const folder = temporaryFolder()
    const program = writeInto(folder, 'bin/podman', '#!/bin/sh\n')
    const system = testSystem(folder, { env: { PATH: `relative:${folder}/bin` } })
    const findPodman = async () => {
      const { facts } = await probeInstalled(system)
      return facts?.binaries.find(({ name }) => name === 'podman')?.path
    }
    expect(await findPodman()).not.toBe(program)
    chmodSync(program, 0o755)
    expect(await findPodman()).toBe(program)
  })

  it('is absent where there is neither an engine nor its client', async () => {
    const base = testSystem('/nonexistent', { env: {} })
    const files = { ...base.files, findExecutable: async () => null }
    expect(await probeInstalled({ ...base, files })).toMatchObject({ verdict: 'absent' })
    const client = {
      ...base.files,
      findExecutable: async (name: string) => (name === 'docker' ? '/usr/bin/docker' : null),
    }
    const found = await probeInstalled({ ...base, files: client })
    expect(found).toMatchObject({ verdict: 'found', summary: expect.stringContaining('neither dockerd nor podman') })
  })
})

describe('the container probe', () => {
  it.each([
    ['a variable', {}, { container: 'podman' }, 'container=podman'],
    ['a cgroup', { '/proc/self/cgroup': '0::/system.slice/docker-0a1b.scope\n' }, {}, 'docker'],
    ['a pod', { '/proc/self/cgroup': '3:cpu:/kubepods/besteffort/pod1\n' }, {}, 'kubepods'],
  ])('knows a container by %s', async (_, texts, env, evidence) => {
    const found = await probeContainer(withTexts(texts, { env }))
    expect(found).toMatchObject({ verdict: 'found', facts: { inContainer: true, evidence } })
  })

  it('finds none where nothing says so', async () => {
    const found = await probeContainer(withTexts({ '/proc/self/cgroup': '0::/user.slice/user-1000.slice\n' }))
    expect(found).toMatchObject({
      verdict: 'absent',
      facts: { inContainer: false, uidMap: '0 0 4294967295', confinement: [] },
    })
  })

  it('reads the user namespace and every other sandbox', async () => {
    const texts = {
      '/proc/self/uid_map': '         0     165536      65536\n',
      '/proc/self/attr/current': 'docker-default (enforce)\n',
      '/proc/self/status': 'Name:\tnode\nNoNewPrivs:\t1\nSeccomp:\t2\n',
    }
    const found = await probeContainer(withTexts(texts, { env: { SNAP: '/snap/gangway/1', SNAP_NAME: 'gangway' } }))
    expect(found.facts).toMatchObject({
      uidMap: '0 165536 65536',
      confinement: [
        'the snap gangway',
        'AppArmor profile docker-default (enforce)',
        'a seccomp filter',
        'no_new_privs',
      ],
    })
  })

  it.each([
    ['unconfined', []],
    ['unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023', []],
    ['system_u:system_r:container_t:s0:c1,c2', ['SELinux as system_u:system_r:container_t:s0:c1,c2']],
  ])('reads the label %s', async (label, confinement) => {
    const found = await probeContainer(withTexts({ '/proc/self/attr/current': label }))
    expect(found.facts?.confinement).toEqual(confinement)
  })
})

describe('what is mounted at a path', () => {
  const mounts = [
    '24 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw',
    '45 24 0:22 /docker.sock /run/docker.sock ro - tmpfs tmpfs rw',
    '46 24 0:22 /old.sock//deleted /run/with\\040space.sock ro - tmpfs tmpfs rw',
    '47 24 0:22 /newer.sock /run/docker.sock ro - tmpfs tmpfs rw',
  ].join('\n')
  const { files } = withTexts({ '/proc/self/mountinfo': mounts })

  it('is the topmost mount right there', async () => {
    expect(await findMountRoot(files, '/run/docker.sock')).toBe('/newer.sock')
    expect(await findMountRoot(files, '/run/with space.sock')).toBe('/old.sock//deleted')
  })

  it('is nothing below a mount, or where mounts are not told', async () => {
    expect(await findMountRoot(files, '/etc/passwd')).toBe('')
    expect(await findMountRoot(withTexts({}).files, '/run/docker.sock')).toBe('')
  })
})
