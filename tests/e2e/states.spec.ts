import { sampleContainer } from '#tests/support/sample-engine/sample-container.ts'
import { test } from './engine-fixture.ts'
import { expect } from './fixtures.ts'
import { gangwayPage } from './pages/gangway-page.ts'
import { shop } from './shop.ts'

test('an engine without containers says how to start one', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine()
  await expect(gangway.main).toContainText('This engine has no containers')
  await expect(gangway.main).toContainText('docker run -d --name web -p 8080:80 nginx')
  engine.containers.upsert(sampleContainer({ names: ['first'] }))
  await expect(gangway.names).toHaveText(['first'])
})

test('where only stopped ones exist it says so and shows them on a click', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: [sampleContainer({ names: ['done'], state: 'exited' })] })
  await expect(gangway.main).toContainText('No container is running')
  await gangway.page.getByRole('button', { name: 'Show all 1' }).click()
  await expect(gangway.names).toHaveText(['done'])
})

test('a filter that nothing matches can be cleared where it says so', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await gangway.search.fill('nothing is called this')
  await expect(gangway.main).toContainText('No container matches “nothing is called this”')
  await gangway.main.getByRole('button', { name: 'Clear filter' }).last().click()
  await expect(gangway.names).toHaveCount(4)
})

test('a slow engine leaves the frame usable, with stand-ins for the rows', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  engine.fail({ path: /.*/, fault: { kind: 'delay', ms: 3000 } })
  await gangway.page.reload()
  await expect(gangway.rail).toContainText('This machine')
  await gangway.press('Control+k')
  await expect(gangway.dialog).toBeVisible()
  await gangway.press('Escape')
  await expect(gangway.names).toHaveCount(4)
})

test('switched off by the environment it names the variable and dials nothing', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({}, { env: { GANGWAY_DOCKER_ENABLED: 'false' } })
  await expect(gangway.main).toContainText('Engine access is switched off')
  await expect(gangway.main).toContainText('GANGWAY_DOCKER_ENABLED')
  await expect(gangway.rail).toContainText('switched off')
  await gangway.press('Control+,')
  await expect(gangway.dialog.getByRole('switch', { name: /^Connect to engines/ })).toBeDisabled()
  expect(engine.requests).toEqual([])
})

test('switched off in the settings it is switched on again where it says so', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  await gangway.press('Control+,')
  await gangway.dialog.getByRole('switch', { name: /^Connect to engines/ }).click()
  await gangway.press('Escape')
  await expect(gangway.main).toContainText('Engine access is switched off')
  await gangway.page.getByRole('button', { name: 'Switch on engine access' }).click()
  await expect(gangway.names).toHaveCount(4)
})

test('the theme follows the system until one is chosen, and the choice is remembered', async ({ openWindow }) => {
  const gangway = gangwayPage(await openWindow({ colorScheme: 'light', env: { GANGWAY_DOCKER_ENABLED: 'false' } }))
  const scheme = () => gangway.page.locator('html').getAttribute('data-mantine-color-scheme')
  await expect.poll(scheme).toBe('light')
  await gangway.page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(scheme).toBe('dark')
  await gangway.press('Control+,')
  await gangway.dialog.getByText('Light', { exact: true }).click()
  await expect.poll(scheme).toBe('light')
  await gangway.page.waitForTimeout(600) // until the change is written down
  await gangway.page.reload()
  await expect.poll(scheme).toBe('light')
})
