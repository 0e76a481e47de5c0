import type { Files } from './files.ts'
import type { Look } from './look.ts'
import type { Ran, Run } from './run.ts'

export type UserEntry = { name: string; uid: number; gid: number }
export type GroupEntry = { name: string; gid: number; members: string[] }

/** The user database: local files, LDAP, sssd, whatever nsswitch.conf(5) names. Never cached: a fix changes it. */
export type Users = {
  /** The entries of these names and ids; those the database does not know are left out. */
  findUsers(keys: readonly (string | number)[]): Promise<Look<UserEntry[]>>
  findGroups(keys: readonly (string | number)[]): Promise<Look<GroupEntry[]>>
  /** The groups a login of this user made now would get, the primary one included. */
  groupsOf(user: string): Promise<Look<number[]>>
}

const getent = '/usr/bin/getent'
const id = '/usr/bin/id'

export function createUsers(run: Run, files: Files): Users {
  /** Lines of `passwd` or `group`. A minimal container has no getent; there the file is the database. */
  async function lines(database: 'passwd' | 'group', keys: readonly (string | number)[]): Promise<Look<string[]>> {
    if (keys.length === 0) return { ok: true, value: [] }
    const ran = await run(getent, [database, ...new Set(keys.map(String))])
    // 2: some of the keys were not found, which is an answer (getent(1)).
    if (ran.ok && (ran.code === 0 || ran.code === 2)) return { ok: true, value: splitLines(ran.stdout) }
    if (!isAbsent(ran)) return { ok: false, errno: ran.ok ? 'EIO' : ran.errno }
    return readDatabaseFile(database, keys)
  }

  async function readDatabaseFile(database: 'passwd' | 'group', keys?: readonly (string | number)[]) {
    const text = await files.readText(`/etc/${database}`)
    if (!text.ok) return text
    const wanted = new Set(keys?.map(String))
    const value = splitLines(text.value).filter((line) => {
      const [name = '', , number = ''] = line.split(':')
      return keys === undefined || wanted.has(name) || wanted.has(number)
    })
    return { ok: true, value } as const
  }

  async function groupsFromFiles(user: string): Promise<Look<number[]>> {
    const [passwd, group] = await Promise.all([readDatabaseFile('passwd', [user]), readDatabaseFile('group')])
    if (!passwd.ok) return passwd
    if (!group.ok) return group
    const primary = passwd.value.flatMap(parseUser).map((entry) => entry.gid)
    const others = group.value.flatMap(parseGroup).filter((entry) => entry.members.includes(user))
    return { ok: true, value: [...new Set([...primary, ...others.map((entry) => entry.gid)])] }
  }

  return {
    findUsers: async (keys) => mapLook(await lines('passwd', keys), (found) => found.flatMap(parseUser)),
    findGroups: async (keys) => mapLook(await lines('group', keys), (found) => found.flatMap(parseGroup)),
    groupsOf: async (user) => {
      const ran = await run(id, ['-G', '--', user])
      if (isAbsent(ran)) return groupsFromFiles(user)
      if (!ran.ok) return ran
      if (ran.code !== 0) return { ok: false, errno: 'ENOENT' }
      return { ok: true, value: ran.stdout.trim().split(/\s+/).map(Number).filter(Number.isInteger) }
    },
  }
}

function isAbsent(ran: Ran): boolean {
  return !ran.ok && ran.errno === 'ENOENT'
}

function splitLines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

function parseUser(line: string): UserEntry[] {
  const [name, , uid, gid] = line.split(':')
  return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
}

function parseGroup(line: string): GroupEntry[] {
  const [name, , gid, members = ''] = line.split(':')
  return name && gid ? [{ name, gid: Number(gid), members: members.split(',').filter((member) => member !== '') }] : []
}

function mapLook<T, U>(result: Look<T>, map: (value: T) => U): Look<U> {
  return result.ok ? { ok: true, value: map(result.value) } : result
}
