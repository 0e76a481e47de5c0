import type { Locator, Page } from '@playwright/test'

/** What a person finds in the window, by the names they see or hear. */
export type GangwayPage = ReturnType<typeof gangwayPage>

export function gangwayPage(page: Page) {
  const grid = page.getByRole('grid', { name: 'Containers' })
  const details = page.getByRole('complementary', { name: 'Details' })
  const states = page.getByRole('group', { name: 'Show containers by state' })
  return {
    page,
    grid,
    details,
    main: page.getByRole('main'),
    rail: page.getByRole('navigation', { name: 'Sources' }),
    status: page.getByRole('contentinfo'),
    freshness: page.getByTestId('freshness'),
    search: page.getByRole('searchbox', { name: /^Filter containers/ }),
    selection: page.getByRole('toolbar', { name: 'Selected containers' }),
    dialog: page.getByRole('dialog'),
    names: grid.getByRole('rowheader'),
    row: (name: string): Locator => grid.getByRole('row').filter({ has: page.getByText(name, { exact: true }) }),
    group: (project: string): Locator => grid.getByRole('button', { name: new RegExp(`^${project} ?\\d+$`) }),
    filter: (state: string): Locator => states.getByRole('button', { name: new RegExp(`^${state} `) }),
    heading: (column: string): Locator => grid.getByRole('columnheader', { name: new RegExp(`^${column}`) }),
    tab: (name: string): Locator => details.getByRole('tab', { name }),
    ladder: page.getByRole('list', { name: 'Steps to the engine' }),
    gap: page.getByRole('table', { name: 'The permission gap' }),
    press: (keys: string) => page.keyboard.press(keys),
  }
}
