import { chmod, chown } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Accounts, createAccounts } from '#tests/support/accounts.ts'
import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { type SampleEngine, startSampleEngine } from '#tests/support/sample-engine.ts'
import { expect, test } from './fixtures.ts'
import { gangwayPage } from './pages/gangway-page.ts'

let accounts: Accounts
let engine: SampleEngine
test.beforeAll(async () => {
  accounts = await createAccounts()
})
test.afterAll(() => accounts?.remove())
test.beforeEach(async () => {
  engine = await startSampleEngine({ containers: sampleContainers(12, 1) })
  await chmod(dirname(engine.address), 0o755)
  await chown(engine.address, 0, accounts.group.gid)
  await chmod(engine.address, 0o660)
})
test.afterEach(() => engine.close())

const env = () => ({ DOCKER_HOST: `unix://${engine.address}` })

test('a user outside the group sees the gap, the cause and the ways out', async ({ openWindow }) => {
  const { name, uid, gid } = accounts.alice
  const gangway = gangwayPage(await openWindow({ env: env(), ids: { uid, gid, groups: [] } }))
  await expect(gangway.main).toContainText('permission-denied · user-not-in-group')
  await expect(gangway.main).toContainText(`root:${accounts.group.name} (gid ${accounts.group.gid}) with mode 0660`)
  await expect(gangway.main).toContainText(`You are uid ${uid} (${name})`)
  await expect(gangway.gap.getByRole('row', { name: /^group/ })).toContainText(
    `${accounts.group.name} (${accounts.group.gid})`,
  )
  await expect(gangway.gap.getByRole('row', { name: /^membership/ })).toContainText('user database: no')
  await expect(
    gangway.ladder.getByRole('listitem').filter({ has: gangway.page.getByRole('img', { name: 'failed' }) }),
  ).toHaveText('You may not write to it')
  await expect(gangway.main).toContainText(`sudo setfacl -m u:${name}:rw ${engine.address}`)
  await expect(gangway.main).toContainText('chmod 666')
})

test('a session older than the membership is told apart from a missing one', async ({ openWindow }) => {
  const { uid, gid } = accounts.bob
  const gangway = gangwayPage(await openWindow({ env: env(), ids: { uid, gid, groups: [] } }))
  await expect(gangway.main).toContainText('permission-denied · session-predates-group')
  await expect(gangway.gap.getByRole('row', { name: /^membership/ })).toContainText('user database: yes')
})

test('the list comes by itself when access returns, and stays, greyed, when it goes', async ({ openWindow }) => {
  const { uid, gid } = accounts.alice
  const gangway = gangwayPage(await openWindow({ env: env(), ids: { uid, gid, groups: [] } }))
  await expect(gangway.gap).toBeVisible()
  await chmod(engine.address, 0o666)
  await expect(gangway.freshness).toHaveText('live')
  await expect(gangway.grid).toBeVisible()

  await chmod(engine.address, 0o600)
  await engine.events.close()
  await expect(gangway.main).toContainText('permission-denied · socket-mode')
  await expect(gangway.grid).toBeVisible()
})
