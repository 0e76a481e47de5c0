import { describe, expect, it } from 'vitest'
import { createAcls, parseGetfacl } from '#main/ports/acls.ts'
import { createFiles, type Files } from '#main/ports/files.ts'
import type { Run } from '#main/ports/run.ts'

/** As getfacl 2.3 writes it with numbers, for a socket, a folder with a default ACL and a name with a space and a tab. */
const recorded = `# file: /run/docker.sock
# owner: 0
# group: 988
user::rw-
user:1001:rw-\t\t\t#effective:r--
group::rw-\t\t\t#effective:r--
mask::r--
other::---

# file: /srv
# owner: 0
# group: 0
user::rwx
group::r-x
other::r-x

# file: /srv/a\\040b\\011\\303\\251
# owner: 0
# group: 0
user::rw-
mask::rw-

`

const noLink: Files = { ...createFiles(), readLink: async () => ({ ok: false, errno: 'EINVAL' }) }

describe('getfacl', () => {
  it('is read entry by entry, without its remarks, whatever the name of the file', () => {
    expect([...parseGetfacl(recorded)]).toEqual([
      ['/run/docker.sock', ['user::rw-', 'user:1001:rw-', 'group::rw-', 'mask::r--', 'other::---']],
      ['/srv', ['user::rwx', 'group::r-x', 'other::r-x']],
      ['/srv/a b\té', ['user::rw-', 'mask::rw-']],
    ])
  })

  it('is asked once for all paths; what it leaves out has no ACL, nor has what bears only the mode', async () => {
    const ran: string[][] = []
    const run: Run = async (file, argv) => {
      ran.push([file, ...argv])
      return { ok: true, code: 1, stdout: recorded }
    }
    const read = await createAcls(run, noLink).read(['/srv', '/run/docker.sock', '/run'])
    expect(read.map(({ presence }) => presence)).toEqual(['none', 'present', 'none'])
    expect(read[1]?.entries).toContain('mask::r--')
    expect(ran).toEqual([
      [
        '/usr/bin/getfacl',
        '--numeric',
        '--absolute-names',
        '--skip-base',
        '--access',
        '--',
        '/srv',
        '/run/docker.sock',
        '/run',
      ],
    ])
  })

  it('is not run for nothing', async () => {
    const run: Run = async () => {
      throw new Error('run')
    }
    expect(await createAcls(run, noLink).read([])).toEqual([])
  })
})

describe('without getfacl', () => {
  const listing = [
    'srw-rw----+ 1 0 988 0 Nov 24 00:00 /run/docker.sock',
    'drwxr-xr-x 2 0 0 40 Nov 24 00:00 /srv/with space',
  ].join('\n')
  const run: Run = async (file) =>
    file === '/bin/ls' ? { ok: true, code: 0, stdout: listing } : { ok: false, errno: 'ENOENT' }
  const presences = async (files: Files, ...paths: string[]) =>
    (await createAcls(run, files).read(paths)).map(({ presence }) => presence)

  it('the plus sign of ls tells that there is one', async () => {
    expect(await presences(noLink, '/run/docker.sock', '/srv/with space', '/gone')).toEqual([
      'present',
      'none',
      'unknown',
    ])
  })

  it('nobody can tell where ls is busybox, which never shows it', async () => {
    const busybox: Files = { ...noLink, readLink: async () => ({ ok: true, value: '/bin/busybox' }) }
    expect(await presences(busybox, '/run/docker.sock')).toEqual(['unknown'])
  })

  it('nobody can tell without ls either', async () => {
    const acls = createAcls(async () => ({ ok: false, errno: 'ENOENT' }), noLink)
    expect(await acls.read(['/run'])).toEqual([{ presence: 'unknown', entries: [] }])
  })
})
