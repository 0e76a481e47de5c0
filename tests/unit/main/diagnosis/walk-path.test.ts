import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { walkPath } from '#main/diagnosis/probes/walk-path.ts'
import { createFiles } from '#main/ports/files.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** The steps below the test's own folder, named from there. */
async function walk(folder: string, path: string) {
  const steps = await walkPath(createFiles(), join(folder, path))
  const name = (of: string) => of.slice(folder.length + 1)
  return steps
    .filter((step) => step.path.startsWith(`${folder}/`))
    .map(({ path: at, verdict, errno, stat, via }) => [name(at), stat?.type ?? `${verdict} ${errno}`, name(via)])
}

const makeFolder = () => realpathSync(temporaryFolder())

it('looks at every component from the root down', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'a/b'), { recursive: true })
  execFileSync('/usr/bin/mkfifo', [join(folder, 'a/b/pipe')])
  const steps = await walkPath(createFiles(), join(folder, 'a/b/pipe'))
  expect(steps[0]).toMatchObject({ path: '/', verdict: 'found' })
  expect(await walk(folder, 'a/b/pipe')).toEqual([
    ['a', 'directory', ''],
    ['a/b', 'directory', ''],
    ['a/b/pipe', 'fifo', ''],
  ])
})

it('follows links, relative, absolute and through two dots, and tells by which it came', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'real/deep'), { recursive: true })
  writeFileSync(join(folder, 'real/file'), '')
  symlinkSync('real/deep', join(folder, 'short'))
  symlinkSync(`${folder}/short/../file`, join(folder, 'link'))
  expect(await walk(folder, 'link')).toEqual([
    ['link', 'symlink', ''],
    ['short', 'symlink', 'link'],
    ['real', 'directory', 'short'],
    ['real/deep', 'directory', 'short'],
    // Two dots lead out of the folder that the link led into.
    ['real/file', 'file', 'link'],
  ])
})

it('ends at what does not exist', async () => {
  const folder = makeFolder()
  symlinkSync('gone/further', join(folder, 'link'))
  expect(await walk(folder, 'link')).toEqual([
    ['link', 'symlink', ''],
    ['gone', 'missing ENOENT', 'link'],
  ])
})

it('ends where a file stands in the way, two dots or not', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(await walk(folder, 'file/docker.sock')).toEqual([
    ['file', 'file', ''],
    ['file/docker.sock', 'unreadable ENOTDIR', ''],
  ])
  symlinkSync('file/../docker.sock', join(folder, 'link'))
  expect((await walk(folder, 'link')).at(-1)).toEqual(['file/..', 'unreadable ENOTDIR', 'link'])
})

it('gives up on a circle of links, each named once', async () => {
  const folder = makeFolder()
  symlinkSync('b', join(folder, 'a'))
  symlinkSync('c', join(folder, 'b'))
  symlinkSync('a', join(folder, 'c'))
  const steps = await walk(folder, 'a')
  expect(steps.map(([name]) => name).sort()).toEqual(['a', 'b', 'c'])
  expect(steps.at(-1)?.[0]).toBeDefined()
  expect((await walkPath(createFiles(), join(folder, 'a'))).at(-1)).toMatchObject({
    verdict: 'unreadable',
    errno: 'ELOOP',
  })
})

it('ends at a name that no directory can hold', async () => {
  const folder = makeFolder()
  expect(await walk(folder, 'x'.repeat(300))).toEqual([['x'.repeat(300), 'unreadable ENAMETOOLONG', '']])
})
