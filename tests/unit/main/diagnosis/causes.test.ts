import { describe, expect, it } from 'vitest'
import { rankCauses } from '#main/diagnosis/causes.ts'
import { readClues } from '#main/diagnosis/clues.ts'
import { type CauseCode, causeCode } from '#shared/cause.ts'
import type { Finding } from '#shared/diagnosis.ts'
import { type ProblemCode, problemOf } from '#shared/problem.ts'
import { component, containerFinding, groupsFinding, installedFinding, socketFinding } from '#tests/support/findings.ts'

type Case = {
  what: string
  problem: ProblemCode
  facts?: Record<string, string | number>
  path?: string
  known?: boolean
  platform?: NodeJS.Platform
  findings: Finding[]
  causes: CauseCode[]
}

function rank({
  problem,
  facts = {},
  path = '/var/run/docker.sock',
  known = false,
  platform = 'linux',
  findings,
}: Case) {
  const place = { problem: problemOf(problem, facts), path, platform, known, runtimeFolder: '/run/user/1000' }
  return rankCauses(readClues(place, findings))
}

const docker = component()
const inDocker = { gid: 988, name: 'docker' }
const member = groupsFinding({
  processGroups: [{ gid: 1000, name: 'admin' }, inDocker],
  inProcess: true,
  inDatabase: true,
})
const missing = component({ path: '/run/docker.sock', verdict: 'missing', errno: 'ENOENT', type: 'unknown' })
const root = component({ path: '/', type: 'directory', gid: 0, group: 'root', mode: '0755' })
const absent = socketFinding(null, {}, [root, missing])
const acl = (...entries: string[]) => component({ acl: 'present', aclEntries: entries })
const closed = component({ path: '/srv', type: 'directory', gid: 0, group: 'root', mode: '0700' })
const denied = component({ path: '/srv/docker.sock', verdict: 'denied', errno: 'EACCES', type: 'unknown' })

const cases: Case[] = [
  {
    what: 'the user is not in the group',
    problem: 'permission-denied',
    findings: [socketFinding(docker), groupsFinding(), containerFinding()],
    causes: ['user-not-in-group'],
  },
  {
    what: 'the login is older than the membership',
    problem: 'permission-denied',
    findings: [
      socketFinding(docker),
      groupsFinding({ inDatabase: true, databaseGroups: [inDocker] }),
      containerFinding(),
    ],
    causes: ['session-predates-group'],
  },
  {
    what: 'members may not write',
    problem: 'permission-denied',
    findings: [socketFinding(component({ mode: '0600' }), { decidedBy: 'group' }), member, containerFinding()],
    causes: ['socket-mode'],
  },
  {
    what: 'members may only read, and the user is none',
    problem: 'permission-denied',
    findings: [socketFinding(component({ mode: '0440' })), groupsFinding(), containerFinding()],
    causes: ['socket-mode', 'user-not-in-group'],
  },
  {
    what: 'the engine was started before the group docker was made',
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ gid: 0, group: 'root' })),
      groupsFinding({ processGroups: [inDocker], databaseGroups: [inDocker], socketGroup: { gid: 0, name: 'root' } }),
      containerFinding(),
    ],
    causes: ['socket-group-wrong'],
  },
  {
    what: 'there is no group docker at all',
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ gid: 0, group: 'root' })),
      groupsFinding({ dockerGroup: null }),
      containerFinding(),
    ],
    causes: ['socket-group-wrong'],
  },
  {
    what: "the socket's group was deleted and made anew with another number",
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ gid: 990, group: null })),
      groupsFinding({ socketGroup: { gid: 990, name: null } }),
      containerFinding(),
    ],
    causes: ['socket-group-wrong', 'user-not-in-group'],
  },
  {
    what: 'an ACL names the user',
    problem: 'permission-denied',
    findings: [
      socketFinding(acl('user::rw-', 'user:1000:---', 'group::rw-', 'mask::rw-', 'other::---'), {
        decidedBy: 'group',
        modeAllows: true,
      }),
      member,
      containerFinding(),
    ],
    causes: ['socket-acl'],
  },
  {
    what: 'a mask binds the group, and the user is not in it',
    problem: 'permission-denied',
    findings: [
      socketFinding(acl('user::rw-', 'group::rw-', 'mask::r--', 'other::---')),
      groupsFinding(),
      containerFinding(),
    ],
    causes: ['socket-acl', 'user-not-in-group'],
  },
  {
    what: 'an ACL that no tool here can read',
    problem: 'permission-denied',
    findings: [socketFinding(acl(), { decidedBy: 'group', modeAllows: true }), member, containerFinding()],
    causes: ['socket-acl'],
  },
  {
    what: 'a folder is closed',
    problem: 'permission-denied',
    findings: [socketFinding(null, {}, [root, closed, denied]), groupsFinding(), containerFinding()],
    causes: ['path-not-searchable'],
  },
  {
    what: 'a folder is open and still closed',
    problem: 'permission-denied',
    findings: [
      socketFinding(null, {}, [root, { ...closed, mode: '0755' }, denied]),
      groupsFinding(),
      containerFinding(),
    ],
    causes: ['sandbox'],
  },
  {
    what: 'a container, and a group without a name',
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ gid: 105, group: null })),
      groupsFinding({ dockerGroup: { gid: 999, name: 'docker' }, processGroups: [{ gid: 999, name: 'docker' }] }),
      containerFinding({ inContainer: true, evidence: '/.dockerenv' }),
    ],
    causes: ['container-lacks-group'],
  },
  {
    what: 'a container, and the number is a group of the image by chance',
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ gid: 999, group: 'ping' }), { mountedFrom: '/docker.sock' }),
      groupsFinding(),
      containerFinding({ inContainer: true, evidence: '/.dockerenv' }),
    ],
    causes: ['container-lacks-group'],
  },
  {
    what: 'a container, and a socket that not even its group may use',
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ gid: 105, group: null, mode: '0600' })),
      groupsFinding(),
      containerFinding({ inContainer: true, evidence: '/.dockerenv' }),
    ],
    causes: ['socket-mode', 'container-lacks-group'],
  },
  {
    what: 'root of a user namespace',
    problem: 'permission-denied',
    findings: [
      socketFinding(component({ uid: 65534, gid: 65534, group: 'nogroup' }), { modeAllows: true, decidedBy: 'root' }),
      groupsFinding({ uid: 0 }),
      containerFinding({ inContainer: true, evidence: '/.dockerenv', uidMap: '0 165536 65536' }),
    ],
    causes: ['user-namespace'],
  },
  {
    what: 'a user namespace without any map',
    problem: 'permission-denied',
    findings: [socketFinding(component({ uid: 65534, gid: 65534 })), groupsFinding(), containerFinding({ uidMap: '' })],
    causes: ['user-namespace'],
  },
  {
    what: 'everything says yes, and the kernel no',
    problem: 'permission-denied',
    findings: [
      socketFinding(docker, { decidedBy: 'group', modeAllows: true, kernelAllows: true }),
      member,
      containerFinding(),
    ],
    causes: ['sandbox'],
  },
  {
    what: 'the mode says yes, and access(2) no',
    problem: 'permission-denied',
    findings: [socketFinding(docker, { decidedBy: 'group', modeAllows: true }), member, containerFinding()],
    causes: ['sandbox'],
  },
  {
    what: 'EPERM, which no mode gives, and not in the group either',
    problem: 'permission-denied',
    facts: { code: 'EPERM' },
    findings: [socketFinding(docker), groupsFinding(), containerFinding({ confinement: ['a seccomp filter'] })],
    causes: ['sandbox', 'user-not-in-group'],
  },
  {
    what: 'a family of addresses that may not be used',
    problem: 'sandbox',
    findings: [socketFinding(docker, { modeAllows: true, kernelAllows: true }), member, containerFinding()],
    causes: ['sandbox'],
  },
  {
    what: 'systemd has hidden the socket from root',
    problem: 'not-listening',
    findings: [
      socketFinding(component({ mode: '0000', gid: 0 }), {
        decidedBy: 'root',
        mountedFrom: '/systemd/inaccessible/sock',
      }),
      member,
    ],
    causes: ['sandbox', 'stale-socket'],
  },
  {
    what: 'nothing is there',
    problem: 'socket-missing',
    findings: [absent, containerFinding()],
    causes: ['socket-missing'],
  },
  {
    what: 'nothing is there, and no engine is installed',
    problem: 'socket-missing',
    known: true,
    findings: [absent, installedFinding(['docker', 'setfacl']), containerFinding()],
    causes: ['engine-not-installed', 'socket-missing'],
  },
  {
    what: 'nothing is there, where DOCKER_HOST points',
    problem: 'socket-missing',
    findings: [absent, installedFinding([]), containerFinding()],
    causes: ['socket-missing'],
  },
  {
    what: 'nothing is there, and the engine is outside of the container',
    problem: 'socket-missing',
    known: true,
    findings: [absent, installedFinding([]), containerFinding({ inContainer: true, evidence: '/.dockerenv' })],
    causes: ['socket-missing'],
  },
  {
    what: 'on a Mac, the docker command speaks for its product',
    problem: 'socket-missing',
    known: true,
    platform: 'darwin',
    findings: [absent, installedFinding(['docker']), containerFinding()],
    causes: ['socket-missing'],
  },
  {
    what: 'a link to nothing',
    problem: 'socket-missing',
    findings: [
      socketFinding(null, {}, [
        root,
        component({ path: '/var/run/docker.sock', type: 'symlink', linkTarget: '/home/a/.docker/run/docker.sock' }),
        component({ path: '/home/a/.docker', verdict: 'missing', errno: 'ENOENT', via: '/var/run/docker.sock' }),
      ]),
    ],
    causes: ['symlink-dangling', 'socket-missing'],
  },
  {
    what: 'a user who is not logged in',
    problem: 'socket-missing',
    path: '/run/user/4242/docker.sock',
    findings: [socketFinding(null, {}, [root, { ...missing, path: '/run/user/4242' }])],
    causes: ['rootless-not-running', 'socket-missing'],
  },
  {
    what: "this user's own rootless engine",
    problem: 'socket-missing',
    path: '/run/user/1000/docker.sock',
    findings: [socketFinding(null, {}, [root, { ...missing, path: '/run/user/1000/docker.sock' }])],
    causes: ['rootless-not-running', 'socket-missing'],
  },
  {
    what: 'a circle of links',
    problem: 'socket-path-invalid',
    findings: [socketFinding(null, {}, [root, component({ verdict: 'unreadable', errno: 'ELOOP', type: 'symlink' })])],
    causes: ['socket-path-invalid'],
  },
  {
    what: 'an address that is none',
    problem: 'socket-path-invalid',
    path: '',
    findings: [],
    causes: ['socket-path-invalid'],
  },
  {
    what: 'a path that Node would cut',
    problem: 'socket-missing',
    path: `/srv/${'x'.repeat(110)}/docker.sock`,
    findings: [absent],
    causes: ['socket-path-too-long', 'socket-missing'],
  },
  {
    what: 'a path that was refused before anything was dialled',
    problem: 'socket-path-too-long',
    facts: { address: `/srv/${'x'.repeat(110)}/docker.sock` },
    path: '',
    findings: [],
    causes: ['socket-path-too-long'],
  },
  ...(['not-listening', 'permission-denied'] as const).flatMap((problem): Case[] => [
    {
      what: `a folder (${problem})`,
      problem,
      findings: [socketFinding(component({ type: 'directory', mode: '0755' })), groupsFinding(), containerFinding()],
      causes: ['socket-is-directory'],
    },
    {
      what: `a named pipe (${problem})`,
      problem,
      findings: [socketFinding(component({ type: 'fifo' })), groupsFinding(), containerFinding()],
      causes: ['not-a-socket'],
    },
  ]),
  { what: 'a dead socket', problem: 'not-listening', findings: [socketFinding(docker)], causes: ['stale-socket'] },
  {
    what: 'a mount of a socket that was replaced',
    problem: 'not-listening',
    findings: [socketFinding(docker, { mountedFrom: '/docker.sock//deleted' })],
    causes: ['stale-mount', 'stale-socket'],
  },
  {
    what: 'a socket of another kind',
    problem: 'socket-wrong-type',
    findings: [socketFinding(docker)],
    causes: ['socket-wrong-type'],
  },
  {
    what: 'a problem that no probe explains',
    problem: 'timeout-response',
    findings: [socketFinding(docker), member],
    causes: [],
  },
  { what: 'probes that could not look', problem: 'permission-denied', findings: [], causes: [] },
]

describe('what the findings prove', () => {
  it.each(cases)('$what', (each) => {
    expect(rank(each).map(({ code }) => code)).toEqual(each.causes)
  })

  it('covers every cause, each at the top of some case', () => {
    const tops = new Set(cases.map(({ causes }) => causes[0]))
    expect(causeCode.options.filter((code) => !tops.has(code))).toEqual([])
  })

  it('names the numbers, and only findings that were there', () => {
    for (const each of cases) {
      for (const { summary, findings } of rank(each)) {
        expect(summary).toMatch(/^[A-Z/].{10,}[^.\s]\.$/)
        expect(summary).not.toMatch(/undefined|null|NaN|\[object/)
        expect(each.findings.map(({ probe }) => probe)).toEqual(expect.arrayContaining(findings))
      }
    }
  })
})
