import { describe, expect, it } from 'vitest'
import { aclVerdict, groupMayWrite, modeVerdict } from '#main/diagnosis/rights.ts'

const owned = { uid: 0, gid: 988, mode: 0o660 }
const owner = { uid: 0, groups: [0] }
const member = { uid: 1000, groups: [1000, 988] }
const other = { uid: 1001, groups: [1001] }

describe('the mode', () => {
  it.each([
    ['the owner by the first digit alone', 0o066, { uid: 0, groups: [988] }, { allows: false, decidedBy: 'owner' }],
    ['a member by the second alone', 0o606, member, { allows: false, decidedBy: 'group' }],
    ['anybody else by the third', 0o662, other, { allows: true, decidedBy: 'other' }],
    ['a member who may only read', 0o640, member, { allows: false, decidedBy: 'group' }],
    ['a member who may write', 0o620, member, { allows: true, decidedBy: 'group' }],
  ])('judges %s', (_, mode, who, verdict) => {
    expect(modeVerdict({ ...owned, mode }, who, 'write')).toEqual(verdict)
  })

  it('gives the right to pass a folder by another bit', () => {
    expect(modeVerdict({ ...owned, mode: 0o710 }, member, 'search').allows).toBe(true)
    expect(modeVerdict({ ...owned, mode: 0o760 }, member, 'search').allows).toBe(false)
  })
})

describe('an ACL', () => {
  const entries = [
    'user::rw-',
    'user:1000:---',
    'user:1001:rw-',
    'group::rw-',
    'group:50:r--',
    'mask::rw-',
    'other::---',
  ]

  it.each([
    ['the owner, whom no mask binds', owner, { allows: true, decidedBy: 'owner', entry: 'user::rw-', masked: false }],
    [
      'a named user before the group',
      member,
      { allows: false, decidedBy: 'user', entry: 'user:1000:---', masked: false },
    ],
    ['a named user who is let in', other, { allows: true, decidedBy: 'user', entry: 'user:1001:rw-', masked: false }],
    ['a member', { uid: 5, groups: [988] }, { allows: true, decidedBy: 'group', entry: 'group::rw-', masked: false }],
    [
      'a named group',
      { uid: 5, groups: [50] },
      { allows: false, decidedBy: 'group', entry: 'group:50:r--', masked: false },
    ],
    [
      'whom one of two groups lets in',
      { uid: 5, groups: [50, 988] },
      { allows: true, decidedBy: 'group', entry: 'group::rw-', masked: false },
    ],
    [
      'everybody else',
      { uid: 5, groups: [5] },
      { allows: false, decidedBy: 'other', entry: 'other::---', masked: false },
    ],
  ])('judges %s', (_, who, verdict) => {
    expect(aclVerdict(entries, owned, who, 'write')).toEqual(verdict)
  })

  it('has a mask that takes away what entries give', () => {
    const masked = entries.map((entry) => (entry.startsWith('mask') ? 'mask::r--' : entry))
    const member5 = { uid: 5, groups: [988] }
    expect(aclVerdict(masked, owned, member5, 'write')).toMatchObject({
      allows: false,
      entry: 'group::rw-',
      masked: true,
    })
    expect(aclVerdict(masked, owned, owner, 'write')?.allows).toBe(true)
  })

  it('judges nothing where it has no entries', () => {
    expect(aclVerdict([], owned, member, 'write')).toBe(null)
  })

  it('says with its own entry whether the group may write, and without one the mode does', () => {
    expect(groupMayWrite(0o660, [])).toBe(true)
    expect(groupMayWrite(0o600, [])).toBe(false)
    expect(groupMayWrite(0o660, ['group::---', 'mask::rw-'])).toBe(false)
    expect(groupMayWrite(0o640, ['group::rw-', 'mask::r--'])).toBe(false)
    expect(groupMayWrite(0o660, ['group::rw-', 'mask::rw-'])).toBe(true)
  })
})
