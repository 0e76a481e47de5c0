import { test } from './engine-fixture.ts'
import { expect } from './fixtures.ts'
import { shop } from './shop.ts'

test('shows what runs, grouped by project, and says that it is live', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveText(['shop-api-1', 'shop-db-1', 'shop-web-1', 'traefik'])
  await expect(gangway.freshness).toHaveText('live')
  await expect(gangway.row('shop')).toContainText('2 running · 1 unhealthy · 1 exited')
  await expect(gangway.row('shop-web-1')).toContainText('18080→80')
  await expect(gangway.rail).toContainText('This machine')
  await expect(gangway.rail).toContainText('Docker 29')
  await expect(gangway.status).toContainText(`unix://${engine.address}`)
  await expect(gangway.status).toContainText('6 containers')
})

test('shows every state on demand, with how many there are of each', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.filter('Running')).toHaveText('Running 4')
  await expect(gangway.filter('Unhealthy')).toHaveText('Unhealthy 1')
  await gangway.filter('Exited').click()
  await expect(gangway.names).toHaveText(['shop-migrate-1', 'backup'])
  await expect(gangway.row('shop-migrate-1')).toContainText('exited 1')
  await gangway.filter('All').click()
  await expect(gangway.names).toHaveCount(6)
})

test('follows what happens elsewhere, row by row, without a relist', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  const lists = () =>
    engine.requests.filter(({ path, query }) => path === '/containers/json' && !query.includes('id')).length
  const before = lists()

  engine.containers.stop('traefik')
  await expect(gangway.row('traefik')).toHaveCount(0)
  engine.containers.start('backup')
  await expect(gangway.row('backup')).toContainText('Up')
  engine.containers.setHealth('shop-db-1', 'healthy')
  await expect(gangway.row('shop-db-1')).toContainText('Up')
  engine.containers.rename('shop-web-1', 'front')
  await expect(gangway.row('front')).toBeVisible()
  engine.containers.remove('front')
  await expect(gangway.row('front')).toHaveCount(0)
  expect(lists()).toBe(before)
})

test('finds by name, image, id, label and port, and clears with Esc', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  const api = engine.containers.find('shop-api-1')
  for (const query of ['api-1', 'registry.example', api?.id.slice(0, 12) ?? '', 'compose.service=api', '3000']) {
    await gangway.press('/')
    await expect(gangway.search).toBeFocused()
    await gangway.search.fill(query)
    await expect(gangway.names).toHaveText(['shop-api-1'])
  }
  await gangway.press('Escape')
  await expect(gangway.search).toHaveValue('')
  await expect(gangway.search).toBeFocused()
  await gangway.press('Escape')
  await expect(gangway.grid).toBeFocused()
})

test('sorts by a column, groups or not, and remembers both', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await gangway.heading('Name').getByRole('button', { name: 'Name' }).click()
  await expect(gangway.heading('Name')).toHaveAttribute('aria-sort', 'descending')
  await expect(gangway.names).toHaveText(['shop-web-1', 'shop-db-1', 'shop-api-1', 'traefik'])
  await gangway.page.getByRole('button', { name: 'Group by project' }).click()
  await expect(gangway.names).toHaveText(['traefik', 'shop-web-1', 'shop-db-1', 'shop-api-1'])
  await gangway.page.getByRole('button', { name: 'Choose columns' }).click()
  await gangway.page.getByRole('menuitemcheckbox', { name: 'Image' }).click()
  await gangway.page.getByRole('menuitemcheckbox', { name: 'Id', exact: true }).click()
  await gangway.press('Escape')
  await expect(gangway.heading('Image')).toHaveCount(0)

  const edge = gangway.page.getByRole('separator', { name: 'Width of Status' })
  await edge.focus()
  const width = Number(await edge.getAttribute('aria-valuenow'))
  await gangway.press('ArrowRight')
  await expect(edge).toHaveAttribute('aria-valuenow', String(width + 16))

  await gangway.page.waitForTimeout(600) // until the change is written down
  await gangway.page.reload()
  await expect(gangway.names).toHaveText(['traefik', 'shop-web-1', 'shop-db-1', 'shop-api-1'])
  await expect(gangway.heading('Image')).toHaveCount(0)
  await expect(gangway.heading('Id')).toBeVisible()
  await expect(edge).toHaveAttribute('aria-valuenow', String(width + 16))
})

test('is worked with the keyboard alone', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  await gangway.grid.focus()
  await gangway.press('ArrowDown')
  await expect(gangway.group('shop')).toHaveAttribute('aria-expanded', 'true')
  await gangway.press('ArrowLeft')
  await expect(gangway.names).toHaveText(['traefik'])
  await gangway.press('ArrowRight')
  await expect(gangway.names).toHaveCount(4)

  await gangway.press('ArrowDown')
  await gangway.press('Space')
  await gangway.press('Shift+ArrowDown')
  await expect(gangway.selection).toContainText('2 selected')
  await expect(gangway.row('shop-db-1')).toHaveAttribute('aria-selected', 'true')
  await gangway.press('Enter')
  await expect(gangway.details.getByRole('heading', { name: 'shop-db-1' })).toBeVisible()
  await gangway.press('End')
  await expect(gangway.details.getByRole('heading', { name: 'traefik' })).toBeVisible()

  await gangway.press('Escape')
  await expect(gangway.details).toHaveCount(0)
  await expect(gangway.selection).toBeVisible()
  await gangway.press('Escape')
  await expect(gangway.selection).toHaveCount(0)
  await gangway.press('Control+a')
  await expect(gangway.selection).toContainText('4 selected')
})

test('selects with the mouse and copies whole ids', async ({ openWithEngine }) => {
  const { gangway, engine } = await openWithEngine({ containers: shop() })
  await gangway.page.getByRole('checkbox', { name: 'Select shop-api-1' }).click()
  await gangway.row('shop-web-1').click({ modifiers: ['Shift'] })
  await expect(gangway.selection).toContainText('3 selected')
  await gangway.row('shop-db-1').click({ modifiers: ['Control'] })
  await expect(gangway.selection).toContainText('2 selected')
  await gangway.selection.getByRole('button', { name: 'Copy ids' }).click()
  await expect(gangway.selection.getByRole('button', { name: 'Copied' })).toBeVisible()
  const ids = ['shop-api-1', 'shop-web-1'].map((name) => engine.containers.find(name)?.id)
  await gangway.search.focus()
  await gangway.press('Control+v')
  // A search box holds one line.
  await expect(gangway.search).toHaveValue(new RegExp(ids.join('\\s?')))
})

test('keeps the document small whatever the length of the list', async ({ openWithEngine }) => {
  const { sampleContainers } = await import('#tests/support/sample-engine/sample-containers.ts')
  const { gangway } = await openWithEngine({ containers: sampleContainers(10_000, 1) })
  await gangway.filter('All').click()
  await expect(gangway.filter('All')).toHaveText('All 10,000')
  const rows = gangway.grid.locator('tbody tr')
  expect(await rows.count()).toBeLessThanOrEqual(100)
  await gangway.grid.focus()
  await gangway.press('End')
  await expect(rows.last()).toBeInViewport()
  expect(await rows.count()).toBeLessThanOrEqual(100)
  await expect(gangway.grid).toHaveAttribute('aria-rowcount', /^\d{5}$/)
})
