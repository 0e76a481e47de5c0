import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGid } from '#tests/support/accounts.ts'
import {
  as,
  commandsOf,
  type FailureLab,
  groupsOf,
  openFailureLab,
  root,
  runSteps,
  socketOf,
  verdict,
} from '#tests/support/failure-lab.ts'
import { leaveStaleSocket } from '#tests/support/stale-socket.ts'

let lab: FailureLab
beforeAll(async () => {
  lab = await openFailureLab()
})
afterAll(() => lab?.close())

describe('the socket of a group the user is not in', () => {
  it('is a matter of membership, told with names and numbers', async () => {
    const { alice, group } = lab
    const path = await lab.makeSocket('member.sock', 0o660, group.gid)
    const found = await lab.diagnose(as(alice), path)
    expect(verdict(found)).toEqual({
      problem: 'permission-denied',
      causes: ['user-not-in-group'],
      failed: ['permission'],
    })
    expect(socketOf(found)).toMatchObject({
      target: { uid: 0, owner: 'root', gid: group.gid, group: group.name, mode: '0660', type: 'socket', acl: 'none' },
      modeAllows: false,
      decidedBy: 'other',
      kernelAllows: false,
    })
    expect(groupsOf(found)).toMatchObject({
      uid: alice.uid,
      user: alice.name,
      processGroups: [{ gid: alice.gid, name: alice.name }],
      databaseGroups: [{ gid: alice.gid, name: alice.name }],
      socketGroup: group,
      inProcess: false,
      inDatabase: false,
    })
    expect(found.causes[0]?.summary).toContain(`root:${group.name} (gid ${group.gid}) with mode 0660`)
    expect(commandsOf(found)).toEqual({
      'grant-acl': [`setfacl -m u:${alice.name}:rw ${path}`],
      'join-group': [`usermod -aG ${group.name} ${alice.name}`],
    })
  })

  it('opens to a member', async () => {
    const path = await lab.makeSocket('open.sock', 0o660, lab.group.gid)
    const found = await lab.diagnose(as(lab.bob, [lab.group.gid]), path)
    expect(verdict(found)).toEqual({ problem: null, causes: [], failed: [] })
    expect(socketOf(found)).toMatchObject({ decidedBy: 'group', modeAllows: true, kernelAllows: true })
  })

  it('stays closed to a login that is older than the membership', async () => {
    const { bob, group } = lab
    const found = await lab.diagnose(as(bob), await lab.makeSocket('session.sock', 0o660, group.gid))
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied', causes: ['session-predates-group'] })
    expect(groupsOf(found)).toMatchObject({ inDatabase: true, inProcess: false, processGroups: [{ gid: bob.gid }] })
    expect(found.fixes[0]).toMatchObject({ id: 'new-login', relogin: true, risk: 'none' })
    expect(commandsOf(found)['new-login']).toEqual([
      `sg ${group.name}`,
      `loginctl terminate-user ${bob.name}`,
      `systemctl restart user@${bob.uid}.service`,
    ])
  })

  it('opens by the way out, from the next login on, and closes by its undo', async () => {
    const { alice, group } = lab
    const path = await lab.makeSocket('joined.sock', 0o660, group.gid)
    const before = await lab.diagnose(as(alice), path)
    runSteps(before, 'join-group', 'steps')
    expect(verdict(await lab.diagnose(as(alice), path)).causes).toEqual(['session-predates-group'])
    expect(verdict(await lab.diagnose(as(alice, [group.gid]), path)).problem).toBe(null)
    runSteps(before, 'join-group', 'undo')
    expect(verdict(await lab.diagnose(as(alice), path)).causes).toEqual(['user-not-in-group'])
    runSteps(before, 'grant-acl', 'steps')
    expect(verdict(await lab.diagnose(as(alice), path)).problem).toBe(null)
    runSteps(before, 'grant-acl', 'undo')
    expect(verdict(await lab.diagnose(as(alice), path)).causes).toEqual(['user-not-in-group'])
  })

  it('keeps out whoever runs without a name in the database', async () => {
    const found = await lab.diagnose(
      { uid: 59_999, gid: 59_999, groups: [] },
      await lab.makeSocket('n.sock', 0o660, lab.group.gid),
    )
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied', causes: ['user-not-in-group'] })
    expect(Object.keys(commandsOf(found))).toEqual(['grant-acl'])
  })
})

describe('a mode that keeps members out', () => {
  it.each([0o600, 0o440])('is to blame, and not the group (%o)', async (mode) => {
    const { bob, group } = lab
    const path = await lab.makeSocket(`mode-${mode.toString(8)}.sock`, mode, group.gid)
    const found = await lab.diagnose(as(bob, [group.gid]), path)
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied', causes: ['socket-mode'] })
    expect(socketOf(found)).toMatchObject({ decidedBy: 'group', target: { mode: `0${mode.toString(8)}` } })
    runSteps(found, 'repair-socket-mode', 'steps')
    expect(verdict(await lab.diagnose(as(bob, [group.gid]), path)).problem).toBe(null)
    runSteps(found, 'repair-socket-mode', 'undo')
    expect(socketOf(await lab.diagnose(as(bob, [group.gid]), path))?.target?.mode).toBe(`0${mode.toString(8)}`)
  })

  it('is to be mended before the membership of somebody who is not in the group either', async () => {
    const found = await lab.diagnose(as(lab.alice), await lab.makeSocket('both.sock', 0o600, lab.group.gid))
    expect(verdict(found).causes).toEqual(['socket-mode', 'user-not-in-group'])
  })

  it('binds the owner, too', async () => {
    const { bob, group } = lab
    const found = await lab.diagnose(as(bob, [group.gid]), await lab.makeSocket('own.sock', 0o460, group.gid, bob.uid))
    expect(socketOf(found)?.decidedBy).toBe('owner')
    expect(verdict(found).causes).toEqual(['socket-mode'])
  })
})

describe('a socket that belongs to root alone', () => {
  it('has the wrong group where a group docker exists', async () => {
    const docker = await readGid('docker')
    const found = await lab.diagnose(as(lab.alice, [docker]), await lab.makeSocket('root.sock', 0o660, 0))
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied', causes: ['socket-group-wrong'] })
    expect(found.causes[0]).toMatchObject({ confidence: 'certain', facts: { dockerGid: docker, inDocker: true } })
    expect(found.fixes.map(({ id }) => id)).not.toContain('join-group')
    runSteps(found, 'repair-socket-group', 'steps')
    expect(verdict(await lab.diagnose(as(lab.alice, [docker]), join(lab.folder, 'root.sock'))).problem).toBe(null)
  })
})

describe('an ACL on the socket', () => {
  const setfacl = (...argv: string[]) => execFileSync('/usr/bin/setfacl', argv)

  it('can shut out one member by name', async () => {
    const { bob, group } = lab
    const path = await lab.makeSocket('acl.sock', 0o660, group.gid)
    setfacl('-m', `u:${bob.name}:---`, path)
    const found = await lab.diagnose(as(bob, [group.gid]), path)
    expect(verdict(found)).toMatchObject({ problem: 'permission-denied', causes: ['socket-acl'] })
    expect(socketOf(found)?.target).toMatchObject({
      acl: 'present',
      aclEntries: ['user::rw-', `user:${bob.uid}:---`, 'group::rw-', 'mask::rw-', 'other::---'],
    })
    runSteps(found, 'grant-acl', 'steps')
    expect(verdict(await lab.diagnose(as(bob, [group.gid]), path)).problem).toBe(null)
    runSteps(found, 'grant-acl', 'undo')
    expect(verdict(await lab.diagnose(as(bob, [group.gid]), path)).causes).toEqual(['socket-acl'])
  })

  it('can shut out all members by its mask', async () => {
    const { bob, group } = lab
    const path = await lab.makeSocket('mask.sock', 0o660, group.gid)
    setfacl('-m', 'm::r', path)
    const found = await lab.diagnose(as(bob, [group.gid]), path)
    expect(verdict(found).causes).toEqual(['socket-acl'])
    expect(found.causes[0]?.facts).toMatchObject({ masked: true })
  })

  it('is not to blame where it only lets somebody else in', async () => {
    const { alice, bob, group } = lab
    const path = await lab.makeSocket('other.sock', 0o660, group.gid)
    setfacl('-m', `u:${bob.name}:rw`, path)
    expect(verdict(await lab.diagnose(as(alice), path)).causes).toEqual(['user-not-in-group'])
  })
})

describe('the way to the socket', () => {
  it('can be closed by a folder', async () => {
    const { bob, group } = lab
    mkdirSync(join(lab.folder, 'locked'))
    const path = await lab.makeSocket('locked/docker.sock', 0o660, group.gid)
    chmodSync(join(lab.folder, 'locked'), 0o700)
    const found = await lab.diagnose(as(bob, [group.gid]), path)
    expect(verdict(found)).toEqual({
      problem: 'permission-denied',
      causes: ['path-not-searchable'],
      failed: ['socket'],
    })
    expect(socketOf(found)?.components.slice(-2)).toMatchObject([
      { path: join(lab.folder, 'locked'), owner: 'root', mode: '0700', verdict: 'found' },
      { path, verdict: 'denied', errno: 'EACCES' },
    ])
    expect(found.fixes.map(({ id }) => id)).toEqual(['repair-path'])
    runSteps(found, 'repair-path', 'steps')
    expect(verdict(await lab.diagnose(as(bob, [group.gid]), path)).problem).toBe(null)
    runSteps(found, 'repair-path', 'undo')
  })

  it('can be closed behind a link', async () => {
    const { bob, group } = lab
    symlinkSync(join(lab.folder, 'locked/docker.sock'), join(lab.folder, 'link.sock'))
    const found = await lab.diagnose(as(bob, [group.gid]), join(lab.folder, 'link.sock'))
    expect(verdict(found).causes).toEqual(['path-not-searchable'])
    expect(found.causes[0]?.facts).toMatchObject({ folder: join(lab.folder, 'locked'), folderMode: '0700' })
  })

  it('can end in nothing', async () => {
    const found = await lab.diagnose(as(lab.bob), join(lab.folder, 'absent.sock'))
    expect(verdict(found)).toEqual({ problem: 'socket-missing', causes: ['socket-missing'], failed: ['socket'] })
  })

  it('can end in a link to something that is gone', async () => {
    symlinkSync('gone/docker.sock', join(lab.folder, 'dangling.sock'))
    const found = await lab.diagnose(as(lab.bob), join(lab.folder, 'dangling.sock'))
    expect(verdict(found)).toMatchObject({ problem: 'socket-missing', failed: ['socket'] })
    expect(found.causes[0]).toMatchObject({
      code: 'symlink-dangling',
      facts: { link: join(lab.folder, 'dangling.sock'), target: 'gone/docker.sock', missing: join(lab.folder, 'gone') },
    })
  })

  it('can lead to the session of a user who is not logged in', async () => {
    const found = await lab.diagnose(as(lab.bob), '/run/user/4242/docker.sock')
    expect(verdict(found)).toMatchObject({ problem: 'socket-missing', failed: ['socket'] })
    expect(found.causes[0]).toMatchObject({ code: 'rootless-not-running', facts: { uid: 4242, noSession: true } })
  })

  it('can lead in a circle, or through a file', async () => {
    symlinkSync('circle-b', join(lab.folder, 'circle-a'))
    symlinkSync('circle-a', join(lab.folder, 'circle-b'))
    writeFileSync(join(lab.folder, 'file'), '')
    for (const path of ['circle-a', 'file/docker.sock']) {
      const found = await lab.diagnose(as(lab.bob), join(lab.folder, path))
      expect(verdict(found)).toEqual({
        problem: 'socket-path-invalid',
        causes: ['socket-path-invalid'],
        failed: ['socket'],
      })
    }
  })
})

describe('something else in the place of the socket', () => {
  it.each([
    {
      what: 'a folder',
      make: (path: string) => mkdirSync(path),
      cause: 'socket-is-directory',
      fix: 'remove-directory',
    },
    { what: 'a file', make: (path: string) => writeFileSync(path, ''), cause: 'not-a-socket', fix: 'move-aside' },
    {
      what: 'a named pipe',
      make: (path: string) => execFileSync('/usr/bin/mkfifo', [path]),
      cause: 'not-a-socket',
      fix: 'move-aside',
    },
  ])('is told whoever asks: $what', async ({ what, make, cause, fix }) => {
    const path = join(lab.folder, `${what.replaceAll(' ', '-')}.sock`)
    make(path)
    for (const [account, problem] of [
      [root, 'not-listening'],
      [as(lab.alice), 'permission-denied'],
    ] as const) {
      const found = await lab.diagnose(account, path)
      expect(verdict(found)).toEqual({ problem, causes: [cause], failed: ['socket'] })
      expect(found.fixes.map(({ id }) => id)).toContain(fix)
    }
  })
})

describe('a socket on which nobody listens', () => {
  it('is stale to who may use it', async () => {
    const { bob, group } = lab
    const path = join(lab.folder, 'stale.sock')
    await leaveStaleSocket(path)
    chownSync(path, 0, group.gid)
    chmodSync(path, 0o660)
    const found = await lab.diagnose(as(bob, [group.gid]), path)
    expect(verdict(found)).toEqual({ problem: 'not-listening', causes: ['stale-socket'], failed: ['listening'] })
    const hidden = await lab.diagnose(as(lab.alice), path)
    expect(verdict(hidden)).toMatchObject({ problem: 'permission-denied', causes: ['user-not-in-group'] })
    expect(hidden.ladder.find(({ step }) => step === 'listening')?.verdict).toBe('not-reached')
  })

  it('is of another kind where a log daemon owns it', async () => {
    const path = join(lab.folder, 'log.sock')
    const script = 'socket(S, AF_UNIX, SOCK_DGRAM, 0); bind(S, sockaddr_un($ARGV[0])); $|=1; print "bound"; sleep 60'
    const holder = spawn('/usr/bin/perl', ['-MSocket', '-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      await new Promise((resolve) => holder.stdout.once('data', resolve))
      const found = await lab.diagnose(root, path)
      expect(verdict(found)).toEqual({
        problem: 'socket-wrong-type',
        causes: ['socket-wrong-type'],
        failed: ['socket'],
      })
    } finally {
      holder.kill()
    }
  })
})
