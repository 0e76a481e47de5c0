import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { watchPath } from '#main/ports/watch-path.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** Watches until the test ends; `next` resolves at the first call after it was asked for. */
function watched(path: string) {
  let calls = 0
  let waiting: (() => void)[] = []
  const stop = watchPath(path, () => {
    calls++
    for (const resolve of waiting.splice(0)) resolve()
  })
  onTestFinished(stop)
  const next = () =>
    new Promise<void>((resolve) => {
      waiting = [...waiting, resolve]
    })
  return { stop, next, calls: () => calls }
}

it('calls when a socket appears, when its mode changes and when it goes', async () => {
  const path = join(temporaryFolder(), 'docker.sock')
  const { next } = watched(path)
  const server = createServer()
  await calledAfter(next, () => void server.listen(path))
  await calledAfter(next, () => chmodSync(path, 0o600))
  await expect(calledAfter(next, () => void server.close())).resolves.toBeUndefined()
})

it('follows folders as they come, go and come again', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a/b/docker.sock')
  const { next } = watched(path)
  for (let time = 0; time < 2; time++) {
    await calledAfter(next, () => mkdirSync(join(folder, 'a')))
    await calledAfter(next, () => mkdirSync(join(folder, 'a/b')))
    await calledAfter(next, () => writeFileSync(path, ''))
    await calledAfter(next, () => rmSync(join(folder, 'a'), { recursive: true }))
    // A removal is told more than once.
    await sleep(50)
  }
  await expect(calledAfter(next, () => mkdirSync(join(folder, 'a')))).resolves.toBeUndefined()
})

it('does not call for the neighbours, nor once it is stopped', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'docker.sock')
  const { stop, next, calls } = watched(path)
  writeFileSync(join(folder, 'other'), '')
  await sleep(50)
  expect(calls()).toBe(0)
  await calledAfter(next, () => writeFileSync(path, ''))
  stop()
  const before = calls()
  rmSync(path)
  await sleep(50)
  expect(calls()).toBe(before)
})

async function calledAfter(next: () => Promise<void>, change: () => void): Promise<void> {
  const called = next()
  change()
  await called
}
