import type { System } from '#main/ports/system.ts'
import type { FindingOf, GroupFacts, NamedGroup } from '#shared/diagnosis.ts'

/** Which groups has this process, which would a new login have, and is the socket's among them? */
export async function probeGroups(system: System, socketPath: string): Promise<FindingOf<'groups'>> {
  const { identity, users, files } = system
  if (!identity) return { probe: 'groups', verdict: 'unreadable', summary: 'this system has no groups', facts: null }
  const [socket, database] = await Promise.all([
    files.stat(socketPath),
    // A uid without a name has no login, hence no groups.
    identity.user === null ? { ok: true as const, value: [] } : users.groupsOf(identity.user),
  ])
  const socketGid = socket.ok ? socket.value.gid : null
  const databaseGids = database.ok ? database.value : null
  const gids = [...identity.groups, ...(databaseGids ?? []), ...(socketGid === null ? [] : [socketGid])]
  const entries = await users.findGroups([...new Set(gids), 'docker'])
  const known = entries.ok ? entries.value : []
  const name = (gid: number): NamedGroup => ({ gid, name: known.find((entry) => entry.gid === gid)?.name ?? null })
  const docker = known.find((entry) => entry.name === 'docker')

  const facts: GroupFacts = {
    uid: identity.euid,
    user: identity.user,
    gid: identity.egid,
    processGroups: identity.groups.map(name),
    databaseGroups: databaseGids?.map(name) ?? null,
    socketGroup: socketGid === null ? null : name(socketGid),
    inProcess: socketGid !== null && identity.groups.includes(socketGid),
    inDatabase: socketGid !== null && (databaseGids?.includes(socketGid) ?? false),
    dockerGroup: docker ? { gid: docker.gid, name: docker.name } : null,
  }
  return { probe: 'groups', verdict: 'found', summary: summarize(facts), facts }
}

function summarize(facts: GroupFacts): string {
  const who = facts.user === null ? `uid ${facts.uid}, which has no name here` : `uid ${facts.uid} (${facts.user})`
  const mine = `this process is ${who}, in ${facts.processGroups.map(named).join(', ')}`
  if (!facts.socketGroup) return mine
  const group = named(facts.socketGroup)
  const database = facts.databaseGroups === null ? 'unknown' : yesOrNo(facts.inDatabase)
  return `${mine}; in the socket's group ${group}: in the database ${database}, in this process ${yesOrNo(facts.inProcess)}`
}

function named({ gid, name }: NamedGroup): string {
  return name === null ? `gid ${gid}` : `${name} (${gid})`
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
