import { callApi } from '#tests/support/lab/api.ts'
import { createContainer, importBusybox, removeContainer } from '#tests/support/lab/containers.ts'
import type { Daemon } from '#tests/support/lab/daemon.ts'
import { startDockerd } from '#tests/support/lab/dockerd.ts'
import { expect, test } from './fixtures.ts'
import { gangwayPage } from './pages/gangway-page.ts'

let engine: Daemon
test.beforeAll(async () => {
  test.setTimeout(120_000)
  engine = await startDockerd()
  await importBusybox(engine.socket)
})
test.afterAll(() => engine?.stop())

test('what happens elsewhere on a real engine shows without a reload', async ({ openWindow }) => {
  const gangway = gangwayPage(await openWindow({ env: { DOCKER_HOST: `unix://${engine.socket}` } }))
  await expect(gangway.main).toContainText('This engine has no containers')

  const id = await createContainer(engine.socket, { name: 'elsewhere' })
  await callApi(engine.socket, 'POST', `/containers/${id}/start`)
  await expect(gangway.row('elsewhere')).toContainText('Up')

  await callApi(engine.socket, 'POST', `/containers/${id}/stop`)
  await expect(gangway.row('elsewhere')).toBeHidden()
  await gangway.page.getByRole('button', { name: 'Show all 1' }).click()
  await expect(gangway.row('elsewhere')).toContainText('exited 137')

  await removeContainer(engine.socket, id)
  await expect(gangway.main).toContainText('This engine has no containers')
})

test('a killed engine is named while the list stays, and it is live again when the engine is', async ({
  openWindow,
}) => {
  const id = await createContainer(engine.socket, { name: 'survivor' })
  await callApi(engine.socket, 'POST', `/containers/${id}/start`)
  const gangway = gangwayPage(await openWindow({ env: { DOCKER_HOST: `unix://${engine.socket}` } }))
  await expect(gangway.row('survivor')).toBeVisible()
  await engine.kill()
  await expect(gangway.main).toContainText('not-listening · stale-socket')
  await expect(gangway.row('survivor')).toBeVisible()
  await engine.start()
  await expect(gangway.freshness).toHaveText('live', { timeout: 30_000 })
})
