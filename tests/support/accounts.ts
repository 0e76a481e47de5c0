import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Ids as the user database has them. */
export type User = { name: string; uid: number; gid: number }

export type Accounts = {
  /** In no group but her own. */
  alice: User
  /** In `group`, by the database. */
  bob: User
  group: { name: string; gid: number }
  /** A gid that has no name here. */
  unnamedGid: number
  remove(): Promise<void>
}

const names = ['gw-alice', 'gw-bob'] as const
const group = 'gw-engine'

/** Makes two users and a group on this machine; what an interrupted run has left is removed first. Needs root. */
export async function createAccounts(): Promise<Accounts> {
  await removeAccounts()
  await execute('/usr/sbin/groupadd', [group])
  for (const name of names) {
    await execute('/usr/sbin/useradd', ['--no-create-home', '--home-dir', '/nonexistent', '--user-group', name])
  }
  await execute('/usr/sbin/usermod', ['-aG', group, 'gw-bob'])
  const [alice, bob] = await Promise.all([readUser('gw-alice'), readUser('gw-bob')])
  return {
    alice,
    bob,
    group: { name: group, gid: await readGid(group) },
    unnamedGid: await findUnnamedGid(),
    remove: removeAccounts,
  }
}

/** The gid of a group of this machine; rejects where it has none. */
export async function readGid(name: string): Promise<number> {
  const { stdout } = await execute('/usr/bin/getent', ['group', name])
  return Number(stdout.split(':')[2])
}

async function readUser(name: string): Promise<User> {
  const { stdout } = await execute('/usr/bin/getent', ['passwd', name])
  const [, , uid, gid] = stdout.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}

async function findUnnamedGid(): Promise<number> {
  for (let gid = 58_000; gid < 58_100; gid++) {
    if (await readGid(String(gid)).then(Number.isNaN, () => true)) return gid
  }
  throw new Error('a hundred group ids in a row have names here')
}

/** Each on its own: one that is not there is no failure. */
async function removeAccounts(): Promise<void> {
  for (const name of names) await execute('/usr/sbin/userdel', ['--force', name]).catch(() => {})
  await execute('/usr/sbin/groupdel', [group]).catch(() => {})
}
