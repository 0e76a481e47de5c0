import { AxeBuilder } from '@axe-core/playwright'
import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { test } from './engine-fixture.ts'
import { expect } from './fixtures.ts'
import { type GangwayPage, gangwayPage } from './pages/gangway-page.ts'

/** Every screen by name, and how to get there from the list. */
const screens: Record<string, (gangway: GangwayPage) => Promise<unknown>> = {
  list: async () => {},
  'list with a selection': async (gangway) => {
    await gangway.grid.focus()
    await gangway.press('Control+a')
    await expect(gangway.selection).toBeVisible()
  },
  ...Object.fromEntries(
    ['Overview', 'Env', 'Mounts', 'Networks', 'Labels', 'Raw'].map((tab) => [
      `details: ${tab}`,
      async (gangway: GangwayPage) => {
        await gangway.names.first().click()
        await gangway.tab(tab).click()
        await expect(gangway.details.getByRole('tabpanel')).not.toBeEmpty()
      },
    ]),
  ),
  columns: async (gangway) => {
    await gangway.page.getByRole('button', { name: 'Choose columns' }).click()
    await expect(gangway.page.getByRole('menu')).toBeVisible()
  },
  palette: (gangway) => openDialog(gangway, 'Control+k'),
  settings: (gangway) => openDialog(gangway, 'Control+,'),
  keys: (gangway) => openDialog(gangway, '?'),
  'nothing found': (gangway) => gangway.search.fill('nothing is called this'),
}

async function openDialog(gangway: GangwayPage, key: string): Promise<void> {
  await gangway.press(key)
  await expect(gangway.dialog).toBeVisible()
}

for (const colorScheme of ['dark', 'light'] as const) {
  test(`every screen of the list is accessible in ${colorScheme}`, async ({ openWithEngine }) => {
    test.slow()
    const { gangway } = await openWithEngine({ containers: sampleContainers(60, 1) }, { colorScheme })
    for (const [name, goTo] of Object.entries(screens)) {
      await gangway.page.reload()
      await expect(gangway.names.first()).toBeVisible()
      await goTo(gangway)
      await expectAccessible(gangway, name)
    }
  })

  test(`a problem is accessible in ${colorScheme}, with its last good list`, async ({ openWithEngine }) => {
    const { gangway, engine } = await openWithEngine({ containers: sampleContainers(60, 1) }, { colorScheme })
    await expect(gangway.names.first()).toBeVisible()
    await engine.close()
    await expect(gangway.ladder).toBeVisible()
    await gangway.main.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '')
    })
    await expectAccessible(gangway, 'problem')
  })

  test(`the switched-off state is accessible in ${colorScheme}`, async ({ openWindow }) => {
    const gangway = gangwayPage(await openWindow({ colorScheme, env: { GANGWAY_DOCKER_ENABLED: 'false' } }))
    await expect(gangway.main).toContainText('Engine access is switched off')
    await expectAccessible(gangway, 'switched off')
  })
}

async function expectAccessible({ page }: GangwayPage, screen: string): Promise<void> {
  // What fades in is judged at rest.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'))
  // The Electron window allows no second page, which the default way of axe opens.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const told = violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(told).toEqual([])
}
