import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Windows, engines and users share one machine of two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: 'line',
  projects: [
    // The same specs in a tab of Debian's Chromium and in the real Electron window.
    { name: 'browser', metadata: { window: 'browser' } },
    { name: 'electron', metadata: { window: 'electron' } },
  ],
})
