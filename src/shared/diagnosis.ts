import * as z from 'zod'
import { causeCode } from './cause.ts'
import { endpoint } from './endpoint.ts'
import { fix } from './fix.ts'
import { problem } from './problem.ts'
import { engineInfo } from './session.ts'
import { sourceId } from './source.ts'

export const fileType = z.enum(['directory', 'symlink', 'socket', 'file', 'fifo', 'device', 'unknown'])
export type FileType = z.output<typeof fileType>

/** One component of the path to the socket, links followed, from the root down. Ids are numbers; names are null where the id has none here. */
export const pathComponent = z.object({
  path: z.string(),
  /** `missing` and `denied` are findings too: that is where the walk ends. */
  verdict: z.enum(['found', 'missing', 'denied', 'unreadable']),
  type: fileType,
  uid: z.int(),
  gid: z.int(),
  owner: z.string().nullable(),
  group: z.string().nullable(),
  /** Four octal digits, `0660`. */
  mode: z.string(),
  /** Whether a POSIX ACL extends the mode; `unknown` where no tool here can tell. */
  acl: z.enum(['present', 'none', 'unknown']),
  /** The ACL with numbers for names, `user:1001:---`, as getfacl(1) writes it. Empty without one, or where it could not be read. */
  aclEntries: z.array(z.string()),
  /** The symlink whose target this component belongs to, empty for the path as it was given. */
  via: z.string(),
  /** Where a symlink points, as written in it; empty for all else. */
  linkTarget: z.string(),
  /** The errno of the look, `EACCES`, empty when found. */
  errno: z.string(),
})
export type PathComponent = z.output<typeof pathComponent>

export const socketFacts = z.object({
  path: z.string(),
  components: z.array(pathComponent),
  /** The last component, when it could be looked at. */
  target: pathComponent.nullable(),
  /** What the mode bits say of writing for this euid and these groups, and which class of bits decided. */
  modeAllows: z.boolean(),
  decidedBy: z.enum(['root', 'owner', 'group', 'other', 'none']),
  /** What access(2) says: mode, ACL, namespace and read-only mounts together. */
  kernelAllows: z.boolean(),
  /** What was mounted right at the socket, as `/proc/self/mountinfo` names it; empty where nothing was. */
  mountedFrom: z.string(),
})
export type SocketFacts = z.output<typeof socketFacts>

export const namedGroup = z.object({ gid: z.int(), name: z.string().nullable() })
export type NamedGroup = z.output<typeof namedGroup>

export const groupFacts = z.object({
  uid: z.int(),
  user: z.string().nullable(),
  /** The primary group of this process. */
  gid: z.int(),
  /** What this process has: the truth of this moment. */
  processGroups: z.array(namedGroup),
  /** What the user database gives to a login made now; null where it could not be read. */
  databaseGroups: z.array(namedGroup).nullable(),
  /** The group that owns the socket; null where there is no socket to look at. */
  socketGroup: namedGroup.nullable(),
  inProcess: z.boolean(),
  inDatabase: z.boolean(),
  /** The group that Docker gives its socket to, `docker`, where this machine has one. */
  dockerGroup: namedGroup.nullable(),
})
export type GroupFacts = z.output<typeof groupFacts>

const findingBase = {
  verdict: z.enum(['found', 'absent', 'unreadable']),
  /** One line for a person. */
  summary: z.string(),
}

/** What one probe observed. `facts` is null when the probe could not look; `summary` then says why. */
export const finding = z.discriminatedUnion('probe', [
  z.object({ probe: z.literal('socket'), ...findingBase, facts: socketFacts.nullable() }),
  z.object({ probe: z.literal('groups'), ...findingBase, facts: groupFacts.nullable() }),
  z.object({
    probe: z.literal('installed'),
    ...findingBase,
    facts: z.object({ binaries: z.array(z.object({ name: z.string(), path: z.string().nullable() })) }).nullable(),
  }),
  z.object({
    probe: z.literal('container'),
    ...findingBase,
    facts: z
      .object({
        inContainer: z.boolean(),
        evidence: z.string(),
        /** `/proc/self/uid_map`, spaces collapsed; `0 0 4294967295` outside of any user namespace. */
        uidMap: z.string(),
        /** What else confines this process, a phrase each: `seccomp filter`, `AppArmor profile …`. */
        confinement: z.array(z.string()),
      })
      .nullable(),
  }),
])
export type Finding = z.output<typeof finding>
export type ProbeName = Finding['probe']
export type FindingOf<P extends ProbeName> = Extract<Finding, { probe: P }>

/** A ranked explanation, backed by the findings it names. */
export const cause = z.object({
  code: causeCode,
  confidence: z.enum(['certain', 'likely', 'possible']),
  /** One sentence with this machine's numbers. */
  summary: z.string(),
  findings: z.array(z.string()),
  /** What the guidance speaks of: `user`, `group`, `path` … */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type Cause = z.output<typeof cause>

/** One place an engine might be, with the verdict of a real connection. */
export const candidate = z.object({
  id: z.string(),
  endpoint,
  from: z.string(),
  verdict: z.enum(['works', 'fails', 'offered']),
  /** The problem's code, or null. `offered` ones are remote: never dialled on behalf of `local`. */
  code: problem.shape.code.nullable(),
  engine: engineInfo.nullable(),
  /** It is what `local` resolves to now. */
  current: z.boolean(),
  pinned: z.boolean(),
})
export type Candidate = z.output<typeof candidate>

/** The steps from the address to the list; the first that fails is the one to mend. */
export const ladderStep = z.object({
  step: z.enum(['address', 'socket', 'permission', 'listening', 'engine', 'version', 'list']),
  verdict: z.enum(['passed', 'failed', 'not-reached']),
  summary: z.string(),
})
export type LadderStep = z.output<typeof ladderStep>

export const diagnosis = z.object({
  source: sourceId,
  endpoint: endpoint.nullable(),
  from: z.string(),
  engine: engineInfo.nullable(),
  problem: problem.nullable(),
  ladder: z.array(ladderStep),
  findings: z.array(finding),
  causes: z.array(cause),
  /** The ways out, safest first. */
  fixes: z.array(fix),
  candidates: z.array(candidate),
})
export type Diagnosis = z.output<typeof diagnosis>
