import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFiles } from '#main/ports/files.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { writeInto } from '#tests/support/test-system.ts'

const files = createFiles()

describe('a look at a file', () => {
  it('tells its kind and mode, following links or not', async () => {
    const folder = temporaryFolder()
    const path = writeInto(folder, 'file')
    chmodSync(path, 0o1640)
    symlinkSync('file', join(folder, 'link'))
    execFileSync('/usr/bin/mkfifo', [join(folder, 'fifo')])
    expect(await files.lstat(join(folder, 'link'))).toMatchObject({ ok: true, value: { type: 'symlink' } })
    expect(await files.stat(join(folder, 'link'))).toMatchObject({ ok: true, value: { type: 'file', mode: 0o1640 } })
    expect(await files.readLink(join(folder, 'link'))).toEqual({ ok: true, value: 'file' })
    expect(await files.lstat(join(folder, 'fifo'))).toMatchObject({ ok: true, value: { type: 'fifo' } })
    expect(await files.lstat('/dev/null')).toMatchObject({ ok: true, value: { type: 'device' } })
  })

  it('answers the errno of what stands in the way, a NUL byte included', async () => {
    const path = writeInto(temporaryFolder(), 'file')
    expect(await files.stat(`${path}.gone`)).toEqual({ ok: false, errno: 'ENOENT' })
    expect(await files.stat(`${path}/x`)).toEqual({ ok: false, errno: 'ENOTDIR' })
    expect(await files.readLink(path)).toEqual({ ok: false, errno: 'EINVAL' })
    expect(await files.stat('/a\0b')).toEqual({ ok: false, errno: 'ERR_INVALID_ARG_VALUE' })
    expect(await files.access(path, 'execute')).toEqual({ ok: false, errno: 'EACCES' })
    expect((await files.access(path, 'write')).ok).toBe(true)
  })
})

describe('a text', () => {
  it('is read from a regular file, and nothing else', async () => {
    const folder = temporaryFolder()
    const path = writeInto(folder, 'text', 'grüße')
    execFileSync('/usr/bin/mkfifo', [join(folder, 'fifo')])
    expect(await files.readText(path)).toEqual({ ok: true, value: 'grüße' })
    expect(await files.readText(join(folder, 'fifo'))).toEqual({ ok: false, errno: 'EINVAL' })
    expect(await files.readText(folder)).toEqual({ ok: false, errno: 'EINVAL' })
  })

  it('is read up to a mebibyte', async () => {
    const path = writeInto(temporaryFolder(), 'large', 'x'.repeat(1024 * 1024 + 1))
    expect(await files.readText(path)).toEqual({ ok: false, errno: 'EINVAL' })
  })
})

it('lists a directory in order', async () => {
  const folder = temporaryFolder()
  for (const name of ['b', 'a', 'c']) mkdirSync(join(folder, name))
  expect(await files.list(folder)).toEqual({ ok: true, value: ['a', 'b', 'c'] })
  expect(await files.list(join(folder, 'gone'))).toEqual({ ok: false, errno: 'ENOENT' })
})

it('finds the first executable of a name', async () => {
  const folder = temporaryFolder()
  writeInto(folder, 'one/tool')
  mkdirSync(join(folder, 'two/tool'), { recursive: true })
  const tool = writeInto(folder, 'three/tool')
  chmodSync(tool, 0o755)
  const folders = ['one', 'two', 'three'].map((name) => join(folder, name))
  expect(await files.findExecutable('tool', folders)).toBe(tool)
  expect(await files.findExecutable('other', folders)).toBe(null)
})
