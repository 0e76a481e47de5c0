import { oddContainers } from '#tests/support/sample-engine/odd-containers.ts'
import { sampleContainer } from '#tests/support/sample-engine/sample-container.ts'
import { test } from './engine-fixture.ts'
import { expect } from './fixtures.ts'
import { shop } from './shop.ts'

test('shows everything about a container, and keeps up with it', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({ containers: shop() })
  await gangway.row('shop-db-1').click()
  const { details } = gangway
  await expect(details.getByRole('heading', { name: 'shop-db-1' })).toBeVisible()
  await expect(details).toContainText('unhealthy')
  await expect(details).toContainText('postgres:17')
  await gangway.tab('Mounts').click()
  await expect(details).toContainText('/data')
  await expect(details).toContainText('volume · read and write')
  await gangway.tab('Networks').click()
  await expect(details.getByRole('heading', { name: 'shop_default' })).toBeVisible()
  await gangway.tab('Labels').click()
  await expect(details).toContainText('com.docker.compose.service')

  engine.containers.remove('shop-db-1')
  await expect(details).toContainText('This container no longer exists')
})

test('hides the values of the environment until asked, in the raw answer too', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await gangway.row('shop-db-1').click()
  const { details } = gangway
  await gangway.tab('Env').click()
  await expect(details).toContainText('POSTGRES_PASSWORD')
  await expect(details).not.toContainText('correct horse')
  await details.getByRole('button', { name: 'Show POSTGRES_PASSWORD' }).click()
  await expect(details).toContainText('correct horse')
  await expect(details.getByRole('button', { name: 'Show POSTGRES_DB' })).toBeVisible()

  await gangway.tab('Raw').click()
  const search = details.getByRole('searchbox', { name: /^Search in/ })
  await search.fill('POSTGRES_')
  await expect(details).toContainText('1 of 2')
  await search.press('Enter')
  await expect(details).toContainText('2 of 2')
  await expect(details.locator('mark').first()).toBeVisible()
  await expect(details.getByRole('region', { name: 'JSON' })).toContainText('POSTGRES_PASSWORD=••••')
  await details.getByRole('button', { name: 'Show environment values' }).click()
  await expect(details.getByRole('region', { name: 'JSON' })).toContainText('correct horse')
})

test('closes with Esc, opens on another row, and takes the width it is dragged to', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await gangway.row('shop-web-1').click()
  await expect(gangway.details).toBeVisible()
  const before = (await gangway.details.boundingBox())?.width ?? 0
  const edge = gangway.page.getByRole('separator', { name: 'Width of the details' })
  const box = await edge.boundingBox()
  if (!box) throw new Error('the edge of the details is not in the window')
  await gangway.page.mouse.move(box.x + 4, box.y + 200)
  await gangway.page.mouse.down()
  await gangway.page.mouse.move(box.x - 96, box.y + 200, { steps: 4 })
  await gangway.page.mouse.up()
  await expect.poll(async () => (await gangway.details.boundingBox())?.width).toBeCloseTo(before + 100, -1)
  await gangway.press('Escape')
  await expect(gangway.details).toHaveCount(0)
})

test('shows hostile text as text, with nothing hidden in it', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: [...oddContainers(), sampleContainer({ names: ['plain'] })] })
  await gangway.filter('All').click()
  await expect(gangway.row('plain')).toBeVisible()
  await gangway.search.fill('jpg')
  await expect(gangway.names).toHaveCount(0)
  await gangway.search.fill('.exe')
  await expect(gangway.names).toHaveText([/web⟨U\+202E⟩gpj\.exe/])
  await gangway.search.fill('onerror')
  await expect(gangway.names).toHaveText(['<img src=x onerror=alert(1)>'])
  await gangway.names.click()
  await expect(gangway.details.getByRole('heading')).toContainText(['<img src=x onerror=alert(1)>'])
  expect(await gangway.page.locator('img, script[src*="alert"]').count()).toBe(0)
  await gangway.search.fill('two-names')
  await expect(gangway.names).toHaveText(['two-names+1'])
})
