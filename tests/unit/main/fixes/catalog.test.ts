import { describe, expect, it } from 'vitest'
import { rankCauses } from '#main/diagnosis/causes.ts'
import { readClues } from '#main/diagnosis/clues.ts'
import { fixesFor, fixRules } from '#main/fixes/catalog.ts'
import { candidateId } from '#main/sources/local-candidate.ts'
import type { Candidate, Diagnosis, Finding } from '#shared/diagnosis.ts'
import { type Fix, fix, fixId } from '#shared/fix.ts'
import { type ProblemCode, problemOf } from '#shared/problem.ts'
import { localSource } from '#shared/source.ts'
import { component, containerFinding, groupsFinding, installedFinding, socketFinding } from '#tests/support/findings.ts'

const all = ['dockerd', 'podman', 'docker', 'systemctl', 'setfacl', 'apt-get']

type Options = { path?: string; known?: boolean; candidates?: Candidate[]; installed?: readonly string[] }

/** A diagnosis as the probes and the table of causes make it. */
function diagnosed(problem: ProblemCode, findings: Finding[], options: Options = {}): Diagnosis {
  const { path = '/var/run/docker.sock', known = false, candidates = [], installed = all } = options
  const every = [...findings, installedFinding(installed)]
  const place = { problem: problemOf(problem), path, platform: 'linux' as const, known, runtimeFolder: '' }
  return {
    source: localSource,
    endpoint: { kind: 'unix', path },
    from: 'default socket',
    engine: null,
    problem: place.problem,
    ladder: [],
    findings: every,
    causes: rankCauses(readClues(place, every)),
    fixes: [],
    candidates,
  }
}

/** Each way out as its command lines, with sudo where it takes root. */
function lines(diagnosis: Diagnosis): Record<string, string[]> {
  const line = ({ argv, privileged }: Fix['steps'][number]) => [...(privileged ? ['sudo'] : []), ...argv].join(' ')
  return Object.fromEntries(fixesFor(diagnosis).map(({ id, steps }) => [id, steps.map(line)]))
}

function undoOf(diagnosis: Diagnosis, id: Fix['id']): string[] {
  return fixesFor(diagnosis)
    .filter((each) => each.id === id)
    .flatMap(({ undo }) => undo.map(({ argv }) => argv.join(' ')))
}

const working: Candidate = {
  id: candidateId({ kind: 'unix', path: '/run/user/1000/docker.sock' }),
  endpoint: { kind: 'unix', path: '/run/user/1000/docker.sock' },
  from: 'rootless Docker',
  verdict: 'works',
  code: null,
  engine: { kind: 'docker', version: '27.0.0', apiVersion: '1.44', os: 'linux' },
  current: false,
  pinned: false,
}
const missing = (path: string) =>
  socketFinding(null, { path }, [component({ path, verdict: 'missing', errno: 'ENOENT', type: 'unknown' })])
const ordinary = containerFinding()
const notInGroup = diagnosed('permission-denied', [socketFinding(component()), groupsFinding(), ordinary])

describe('who is not in the group', () => {
  it('may use another engine, be let in alone, or join, in this order', () => {
    const found = { ...notInGroup, candidates: [working] }
    expect(lines(found)).toEqual({
      'use-candidate': [],
      'grant-acl': ['sudo setfacl -m u:admin:rw /run/docker.sock'],
      'join-group': ['sudo usermod -aG docker admin'],
    })
    expect(fixesFor(found).map(({ risk, relogin }) => [risk, relogin])).toEqual([
      ['none', false],
      ['root-equivalent', false],
      ['root-equivalent', true],
    ])
    expect(undoOf(found, 'grant-acl')).toEqual(['setfacl -x u:admin /run/docker.sock'])
    expect(undoOf(found, 'join-group')).toEqual(['gpasswd -d admin docker'])
  })

  it('is let in by number where the uid has no name, and cannot join', () => {
    const groups = groupsFinding({ user: null, databaseGroups: [] })
    expect(lines(diagnosed('permission-denied', [socketFinding(component()), groups, ordinary]))).toEqual({
      'grant-acl': ['sudo setfacl -m u:1000:rw /run/docker.sock'],
    })
  })

  it('gets setfacl first where it is not installed', () => {
    const findings = [socketFinding(component()), groupsFinding(), ordinary]
    const found = diagnosed('permission-denied', findings, { installed: ['dockerd', 'apt-get'] })
    expect(lines(found)['grant-acl']).toEqual([
      'sudo apt-get install -y acl',
      'sudo setfacl -m u:admin:rw /run/docker.sock',
    ])
  })
})

describe('a socket', () => {
  it('whose ACL is changed gets exactly that ACL back', () => {
    const entries = ['user::rw-', 'user:1000:---', 'group::rw-', 'mask::rw-', 'other::---']
    const target = component({ acl: 'present', aclEntries: entries })
    const groups = groupsFinding({ inProcess: true, inDatabase: true })
    const found = diagnosed('permission-denied', [
      socketFinding(target, { decidedBy: 'group', modeAllows: true }),
      groups,
      ordinary,
    ])
    expect(Object.keys(lines(found))).toEqual(['grant-acl'])
    expect(undoOf(found, 'grant-acl')).toEqual([`setfacl --set ${entries.join(',')} /run/docker.sock`])
  })

  it('whose mode is repaired gets its old mode back', () => {
    const found = diagnosed('permission-denied', [
      socketFinding(component({ mode: '0600' })),
      groupsFinding(),
      ordinary,
    ])
    expect(lines(found)['repair-socket-mode']).toEqual(['sudo chmod 0660 /run/docker.sock'])
    expect(undoOf(found, 'repair-socket-mode')).toEqual(['chmod 0600 /run/docker.sock'])
    expect(fixesFor(found).find(({ id }) => id === 'repair-socket-mode')?.effect).toContain('SocketMode=')
  })

  it("of root's group is given to docker, which is made where there is none, and nobody joins root", () => {
    const root = component({ gid: 0, group: 'root' })
    const found = diagnosed('permission-denied', [socketFinding(root), groupsFinding({ dockerGroup: null }), ordinary])
    expect(lines(found)).toMatchObject({
      'repair-socket-group': ['sudo groupadd --system docker', 'sudo chgrp docker /run/docker.sock'],
      'join-group': ['sudo usermod -aG docker admin'],
    })
    expect(undoOf(found, 'repair-socket-group')).toEqual(['chgrp root /run/docker.sock', 'groupdel docker'])
  })

  it('behind a closed folder is reached by one right for one user', () => {
    const closed = component({ path: '/srv', type: 'directory', gid: 0, group: 'root', mode: '0700' })
    const denied = component({ path: '/srv/docker.sock', verdict: 'denied', errno: 'EACCES', type: 'unknown' })
    const found = diagnosed('permission-denied', [socketFinding(null, {}, [closed, denied]), groupsFinding(), ordinary])
    expect(lines(found)).toEqual({ 'repair-path': ['sudo setfacl -m u:admin:x /srv'] })
    expect(undoOf(found, 'repair-path')).toEqual(['setfacl -x u:admin /srv'])
  })

  it("of another user's session is not opened", () => {
    const closed = component({ path: '/run/user/1001', type: 'directory', uid: 1001, gid: 1001, mode: '0700' })
    const denied = component({
      path: '/run/user/1001/docker.sock',
      verdict: 'denied',
      errno: 'EACCES',
      type: 'unknown',
    })
    expect(
      lines(diagnosed('permission-denied', [socketFinding(null, {}, [closed, denied]), groupsFinding(), ordinary])),
    ).toEqual({})
  })
})

describe('an older login', () => {
  it('is renewed, or does without a membership for now', () => {
    const groups = groupsFinding({ inDatabase: true })
    const found = diagnosed('permission-denied', [socketFinding(component()), groups, ordinary])
    expect(lines(found)).toEqual({
      'new-login': ['sg docker', 'sudo loginctl terminate-user admin', 'sudo systemctl restart user@1000.service'],
      'grant-acl': ['sudo setfacl -m u:admin:rw /run/docker.sock'],
    })
  })
})

describe('a container', () => {
  it('is started with the number, and nothing is changed on the socket', () => {
    const target = component({ gid: 988, group: null })
    const inside = containerFinding({ inContainer: true, evidence: '/.dockerenv' })
    const found = diagnosed('permission-denied', [socketFinding(target), groupsFinding(), inside], { installed: [] })
    expect(lines(found)).toEqual({
      'container-group-add': ['docker run --group-add 988 --volume /var/run/docker.sock:/var/run/docker.sock IMAGE'],
    })
    expect(fixesFor(found)[0]?.effect).toContain('group_add: ["988"]')
  })
})

describe('an engine that is not there', () => {
  it.each([
    ['/var/run/docker.sock', ['sudo systemctl start docker.socket docker.service']],
    ['/run/podman/podman.sock', ['sudo systemctl start podman.socket']],
    ['/run/user/1000/docker.sock', ['systemctl --user start docker.service']],
    ['/run/user/1000/podman/podman.sock', ['systemctl --user start podman.socket']],
    ['/home/admin/.docker/desktop/docker.sock', ['systemctl --user start docker-desktop']],
    ['/Users/admin/.docker/run/docker.sock', ['open -a Docker']],
    ['/home/admin/.colima/default/docker.sock', ['colima start']],
    ['/home/admin/.rd/docker.sock', ['rdctl start']],
    ['/home/admin/.orbstack/run/docker.sock', ['orbctl start']],
    ['/home/admin/.lima/work/sock/docker.sock', ['limactl start work']],
    ['/srv/own.sock', ['sudo systemctl start docker.socket docker.service']],
  ])('at %s is started by who makes that socket', (path, steps) => {
    const found = diagnosed('socket-missing', [missing(path), groupsFinding(), ordinary], { path })
    expect(lines(found)).toEqual({ 'start-engine': steps })
  })

  it('of a user who is not logged in needs a session that lasts', () => {
    const path = '/run/user/1000/docker.sock'
    const gone = socketFinding(null, { path }, [
      component({ path: '/run/user/1000', verdict: 'missing', type: 'unknown' }),
    ])
    expect(lines(diagnosed('socket-missing', [gone, groupsFinding(), ordinary], { path }))).toEqual({
      'start-engine': ['sudo loginctl enable-linger admin', 'systemctl --user start docker.service'],
    })
  })

  it('is not started by systemctl where there is none, nor at all where nothing is installed', () => {
    const findings = [missing('/run/docker.sock'), groupsFinding(), ordinary]
    expect(lines(diagnosed('socket-missing', findings, { installed: ['dockerd'] }))).toEqual({
      'start-engine': ['sudo service docker start'],
    })
    expect(lines(diagnosed('socket-missing', findings, { installed: [] }))).toEqual({})
  })

  it.each([
    [['apt-get'], ['sudo apt-get update', 'sudo apt-get install -y docker.io']],
    [['dnf'], ['sudo dnf install -y podman', 'sudo systemctl enable --now podman.socket']],
    [[], []],
  ])('is installed as %j does it', (installed, steps) => {
    const findings = [missing('/run/docker.sock'), groupsFinding(), ordinary]
    expect(lines(diagnosed('socket-missing', findings, { installed, known: true }))).toEqual({
      'install-engine': steps,
    })
  })

  it('behind a link is the one that the link leads to', () => {
    const way = [
      component({
        path: '/var/run/docker.sock',
        type: 'symlink',
        linkTarget: '/home/admin/.docker/desktop/docker.sock',
      }),
      component({
        path: '/home/admin/.docker/desktop',
        verdict: 'missing',
        via: '/var/run/docker.sock',
        type: 'unknown',
      }),
    ]
    expect(lines(diagnosed('socket-missing', [socketFinding(null, {}, way), groupsFinding(), ordinary]))).toEqual({
      'start-engine': ['systemctl --user start docker-desktop'],
    })
  })
})

describe('what stands in the place of the socket', () => {
  const restart = 'sudo systemctl restart docker.socket docker.service'

  it('is removed only if it is an empty folder', () => {
    const found = diagnosed('not-listening', [
      socketFinding(component({ type: 'directory' })),
      groupsFinding(),
      ordinary,
    ])
    expect(lines(found)).toEqual({ 'remove-directory': ['sudo rmdir /run/docker.sock', restart] })
  })

  it('is kept aside otherwise', () => {
    const found = diagnosed('not-listening', [socketFinding(component({ type: 'file' })), groupsFinding(), ordinary])
    expect(lines(found)).toEqual({
      'move-aside': ['sudo mv --no-clobber /run/docker.sock /run/docker.sock.aside', restart],
    })
    expect(undoOf(found, 'move-aside')).toEqual(['mv --no-clobber /run/docker.sock.aside /run/docker.sock'])
  })

  it('is left alone where it is mounted from elsewhere', () => {
    const socket = socketFinding(component({ type: 'directory' }), { mountedFrom: '/x' })
    expect(lines(diagnosed('not-listening', [socket, groupsFinding(), ordinary]))).toEqual({})
  })

  it('is a dead socket that a start or a restart makes anew', () => {
    const found = diagnosed('not-listening', [socketFinding(component()), groupsFinding(), ordinary])
    expect(lines(found)).toEqual({
      'start-engine': ['sudo systemctl start docker.socket docker.service'],
      'restart-engine': [restart],
    })
    expect(fixesFor(found).map(({ risk }) => risk)).toEqual(['none', 'interrupts-containers'])
  })
})

describe('the catalog', () => {
  it('has every fix once, in the order it is offered', () => {
    expect(fixRules.map(({ id }) => id).sort()).toEqual([...fixId.options].sort())
  })

  it('offers nothing where nothing is wrong', () => {
    expect(fixesFor({ ...notInGroup, problem: null, candidates: [working] })).toEqual([])
  })

  it('writes whole sentences and words that a shell can run, in the shape of the contract', () => {
    for (const each of fixesFor({ ...notInGroup, candidates: [working] })) {
      expect(fix.parse(each)).toEqual(each)
      expect(each.runnable).toBe(false)
      expect(each.title).toMatch(/^[A-Z][^!]*[^.!]$/)
      expect(each.effect).toMatch(/^[A-Za-z][^!]*\.$/)
      for (const { argv } of [...each.steps, ...each.undo]) {
        expect(argv.length).toBeGreaterThan(1)
        expect(argv.join(' ')).not.toMatch(/undefined|null|666|sudo/)
      }
    }
  })
})
