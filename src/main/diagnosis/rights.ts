/** The bits of one class in a mode, and of one entry in an ACL. */
export type Right = 'write' | 'search'

export type Owned = { uid: number; gid: number; mode: number }
export type Who = { uid: number; groups: readonly number[] }

export type ModeVerdict = { allows: boolean; decidedBy: 'owner' | 'group' | 'other' }

const bits = { write: 0o2, search: 0o1 }
const letters = { write: 'w', search: 'x' }

/** What the mode says. Exactly one class decides, the first that fits: an owner gains nothing by being in the group. */
export function modeVerdict(owned: Owned, who: Who, right: Right): ModeVerdict {
  const decidedBy = who.uid === owned.uid ? 'owner' : who.groups.includes(owned.gid) ? 'group' : 'other'
  const shift = { owner: 6, group: 3, other: 0 }[decidedBy]
  return { allows: ((owned.mode >> shift) & bits[right]) !== 0, decidedBy }
}

export type AclVerdict = {
  allows: boolean
  decidedBy: 'owner' | 'user' | 'group' | 'other'
  /** The entry that decided, `user:1001:---`. */
  entry: string
  /** The entry itself grants the right, and the mask takes it away. */
  masked: boolean
}

type Entry = { tag: string; id: string; grants: boolean; text: string }

/**
 * What an ACL says (acl(5), access check algorithm). Entries are numeric, as getfacl(1) writes them. Null where there are
 * none to read.
 */
export function aclVerdict(entries: readonly string[], owned: Owned, who: Who, right: Right): AclVerdict | null {
  const parsed = entries.map((text) => parseEntry(text, right))
  const find = (tag: string, id: string) => parsed.find((entry) => entry.tag === tag && entry.id === id)
  const mask = find('mask', '')?.grants ?? true
  const verdict = (
    decidedBy: AclVerdict['decidedBy'],
    entry: Entry | undefined,
    maskable: boolean,
  ): AclVerdict | null =>
    entry
      ? {
          allows: entry.grants && (mask || !maskable),
          decidedBy,
          entry: entry.text,
          masked: maskable && entry.grants && !mask,
        }
      : null

  if (who.uid === owned.uid) return verdict('owner', find('user', ''), false)
  const named = find('user', String(who.uid))
  if (named) return verdict('user', named, true)
  const mine = who.groups.flatMap((gid) => [
    ...(gid === owned.gid ? [find('group', '')] : []),
    find('group', String(gid)),
  ])
  const fitting = mine.filter((entry) => entry !== undefined)
  // One group that grants is enough.
  if (fitting.length > 0) return verdict('group', fitting.find((entry) => entry.grants) ?? fitting[0], true)
  return verdict('other', find('other', ''), false)
}

/** Whether the owning group's members may write: the group's entry under the mask, or the mode's group bits. */
export function groupMayWrite(mode: number, entries: readonly string[]): boolean {
  const parsed = entries.map((text) => parseEntry(text, 'write'))
  const group = parsed.find((entry) => entry.tag === 'group' && entry.id === '')
  if (!group) return (mode & 0o020) !== 0
  return group.grants && (parsed.find((entry) => entry.tag === 'mask')?.grants ?? true)
}

function parseEntry(text: string, right: Right): Entry {
  const [tag = '', id = '', permissions = ''] = text.split(':')
  return { tag, id, grants: permissions.includes(letters[right]), text }
}
