import { test } from './engine-fixture.ts'
import { expect } from './fixtures.ts'
import { shop } from './shop.ts'

test('finds a container that the filter hides, and opens it', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  await gangway.press('Control+k')
  await expect(gangway.dialog.getByRole('combobox')).toBeFocused()
  await gangway.page.keyboard.type('back')
  await expect(gangway.dialog).toContainText('restic/restic')
  await gangway.press('Enter')
  await expect(gangway.details.getByRole('heading', { name: 'backup' })).toBeVisible()
  await expect(gangway.dialog).toHaveCount(0)
})

test('runs an action by its words', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.group('shop')).toBeVisible()
  await gangway.press('Control+k')
  await gangway.page.keyboard.type('grouping')
  await gangway.press('Enter')
  await expect(gangway.group('shop')).toHaveCount(0)
})

test('leads to settings, keys and columns, and Esc comes back', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  for (const [words, title] of [
    ['open settings', 'Settings'],
    ['all keys', 'Keys'],
  ] as const) {
    await gangway.press('Control+k')
    await gangway.page.keyboard.type(words)
    await gangway.press('Enter')
    await expect(gangway.dialog.getByRole('heading', { name: title })).toBeVisible()
    await gangway.press('Escape')
    await expect(gangway.dialog).toHaveCount(0)
  }
  await gangway.press('Control+k')
  await gangway.page.keyboard.type('choose columns')
  await gangway.press('Enter')
  await expect(gangway.page.getByRole('menu')).toBeVisible()
})

test('lists every key on a press of ?', async ({ openWithEngine }) => {
  const { gangway } = await openWithEngine({ containers: shop() })
  await expect(gangway.names).toHaveCount(4)
  await gangway.press('?')
  await expect(gangway.dialog).toContainText('Search containers, sources and actions')
  await gangway.press('Escape')
  await expect(gangway.dialog).toHaveCount(0)
})
