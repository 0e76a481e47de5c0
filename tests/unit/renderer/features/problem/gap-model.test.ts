import { describe, expect, it } from 'vitest'
import type { GroupFacts, PathComponent, SocketFacts } from '#shared/diagnosis.ts'
import { pathLine, permissionGap } from '../../../../../src/renderer/features/problem/gap-model.ts'

const target: PathComponent = {
  path: '/run/docker.sock',
  verdict: 'found',
  type: 'socket',
  uid: 0,
  gid: 988,
  owner: 'root',
  group: 'docker',
  mode: '0660',
  acl: 'none',
  aclEntries: [],
  via: '',
  linkTarget: '',
  errno: '',
}
const socket: SocketFacts = {
  path: '/var/run/docker.sock',
  components: [target],
  target,
  modeAllows: false,
  decidedBy: 'other',
  kernelAllows: false,
  mountedFrom: '',
}
const groups: GroupFacts = {
  uid: 1000,
  user: 'admin',
  gid: 1000,
  processGroups: [
    { gid: 1000, name: 'admin' },
    { gid: 27, name: null },
  ],
  databaseGroups: null,
  socketGroup: { gid: 988, name: 'docker' },
  inProcess: false,
  inDatabase: false,
  dockerGroup: { gid: 988, name: 'docker' },
}
const opens = (rows: ReturnType<typeof permissionGap>) => Object.fromEntries(rows.map((row) => [row.name, row.opens]))

describe('the permission gap', () => {
  it('sets the socket beside the user, class by class', () => {
    expect(permissionGap(socket, groups)).toEqual([
      { name: 'owner', socket: 'root (0) may write', you: 'admin (1000)', opens: false },
      { name: 'group', socket: 'docker (988) may write', you: 'admin (1000), 27', opens: false },
      { name: 'others', socket: 'may not write', you: 'everyone', opens: false },
      { name: 'membership', socket: 'docker (988) exists here', you: 'user database: no · this app: no', opens: false },
    ])
  })

  it('shows a session that predates the group: in the database, not in this app', () => {
    const rows = permissionGap(socket, { ...groups, inDatabase: true })
    expect(rows.at(-1)).toMatchObject({ you: 'user database: yes · this app: no', opens: false })
  })

  it('opens a class only where its write bit is set', () => {
    const readable = { ...socket, target: { ...target, uid: 1000, mode: '0444' } }
    expect(opens(permissionGap(readable, groups))).toMatchObject({ owner: false, others: false })
    const open = { ...socket, target: { ...target, mode: '0662' } }
    expect(opens(permissionGap(open, groups))).toMatchObject({ owner: false, group: false, others: true })
  })

  it('says when the group has no name here, and when an ACL has a say', () => {
    const unnamed = permissionGap(
      { ...socket, target: { ...target, group: null, acl: 'present', aclEntries: ['user:1001:rw-'] } },
      { ...groups, socketGroup: { gid: 988, name: null } },
    )
    expect(unnamed.map((row) => row.socket)).toEqual([
      'root (0) may write',
      '988 may write',
      'may not write',
      'user:1001:rw-',
      'gid 988 has no name here',
    ])
  })

  it('has nothing to compare where the socket or the groups could not be looked at', () => {
    expect(permissionGap({ ...socket, target: null }, groups)).toEqual([])
    expect(permissionGap(socket, null)).toEqual([])
  })
})

describe('a component of the way', () => {
  it('says what it is and whose', () => {
    expect(pathLine(target)).toEqual({ what: 'socket', rights: 'root (0) : docker (988) 0660', ends: false })
    expect(pathLine({ ...target, type: 'symlink', linkTarget: '/run' }).what).toBe('symlink to /run')
  })

  it('says where and why the way ends', () => {
    expect(pathLine({ ...target, verdict: 'missing', errno: 'ENOENT' })).toEqual({
      what: 'does not exist (ENOENT)',
      rights: '',
      ends: true,
    })
    expect(pathLine({ ...target, verdict: 'denied', errno: '' }).what).toBe('may not be looked at')
  })
})
