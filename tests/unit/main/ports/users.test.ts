import { describe, expect, it } from 'vitest'
import { createFiles } from '#main/ports/files.ts'
import type { Ran, Run } from '#main/ports/run.ts'
import { nodeSystem } from '#main/ports/system.ts'
import { createUsers } from '#main/ports/users.ts'

/** A database that answers each program with the same, and remembers what was run. */
function answering(answer: Ran) {
  const ran: string[][] = []
  const run: Run = async (file, argv) => {
    ran.push([file, ...argv])
    return answer
  }
  return { users: createUsers(run, createFiles()), ran }
}

const passwd = 'root:x:0:0:root:/root:/bin/bash\nadmin:x:1000:1000:,,,:/home/admin:/bin/sh\nbroken\n'
const group = 'docker:x:988:admin,other\nempty:x:50:\n'

describe('this machine', () => {
  it('knows root, by name and by number', async () => {
    const { users } = nodeSystem()
    expect(await users.findUsers([0])).toMatchObject({ ok: true, value: [{ name: 'root', uid: 0, gid: 0 }] })
    expect(await users.findGroups(['root', 58_123])).toMatchObject({ ok: true, value: [{ name: 'root', gid: 0 }] })
    expect(await users.groupsOf('root')).toMatchObject({ ok: true, value: expect.arrayContaining([0]) })
    expect(await users.groupsOf('no such user')).toEqual({ ok: false, errno: 'ENOENT' })
  })

  it('is not asked in vain, and does not stumble over what no argument can hold', async () => {
    const { users } = nodeSystem()
    expect(await users.findUsers([])).toEqual({ ok: true, value: [] })
    expect(await users.groupsOf('a\0b')).toEqual({ ok: false, errno: 'EINVAL' })
  })
})

describe('getent', () => {
  it('is asked once for all keys, and its lines are read', async () => {
    const { users, ran } = answering({ ok: true, code: 2, stdout: passwd })
    expect(await users.findUsers([0, 1000, 0, 4242])).toEqual({
      ok: true,
      value: [
        { name: 'root', uid: 0, gid: 0 },
        { name: 'admin', uid: 1000, gid: 1000 },
      ],
    })
    expect(ran).toEqual([['/usr/bin/getent', 'passwd', '0', '1000', '4242']])
  })

  it('tells the members of groups', async () => {
    const { users } = answering({ ok: true, code: 0, stdout: group })
    expect(await users.findGroups(['docker', 50])).toEqual({
      ok: true,
      value: [
        { name: 'docker', gid: 988, members: ['admin', 'other'] },
        { name: 'empty', gid: 50, members: [] },
      ],
    })
  })

  it('that hangs or fails is not taken for an empty database', async () => {
    expect(await answering({ ok: false, errno: 'ETIMEDOUT' }).users.findUsers([0])).toEqual({
      ok: false,
      errno: 'ETIMEDOUT',
    })
    expect(await answering({ ok: true, code: 1, stdout: '' }).users.findGroups([0])).toEqual({
      ok: false,
      errno: 'EIO',
    })
    expect(await answering({ ok: false, errno: 'ETIMEDOUT' }).users.groupsOf('x')).toEqual({
      ok: false,
      errno: 'ETIMEDOUT',
    })
  })
})

describe('without getent and id', () => {
  const texts: Record<string, string> = { '/etc/passwd': passwd, '/etc/group': group }
  const files = {
    ...createFiles(),
    readText: async (path: string) => ({ ok: true as const, value: texts[path] ?? '' }),
  }
  const users = createUsers(async () => ({ ok: false, errno: 'ENOENT' }), files)

  it('the files are the database', async () => {
    expect(await users.findUsers([1000])).toEqual({ ok: true, value: [{ name: 'admin', uid: 1000, gid: 1000 }] })
    expect(await users.findGroups(['docker'])).toMatchObject({ ok: true, value: [{ gid: 988 }] })
    expect(await users.groupsOf('admin')).toEqual({ ok: true, value: [1000, 988] })
  })

  it('and where they cannot be read, nothing is', async () => {
    const unreadable = { ...files, readText: async () => ({ ok: false as const, errno: 'EACCES' }) }
    const blind = createUsers(async () => ({ ok: false, errno: 'ENOENT' }), unreadable)
    expect(await blind.findGroups([0])).toEqual({ ok: false, errno: 'EACCES' })
    expect(await blind.groupsOf('admin')).toEqual({ ok: false, errno: 'EACCES' })
  })
})
