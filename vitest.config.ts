import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // What needs nothing installed: pure functions, real sockets in a temporary folder, the sample engine.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 10_000 } },
      // What needs Debian's packages and root: real engines, a second user, real modes. One file at a time: they share the machine.
      {
        test: {
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup: ['tests/support/lab-setup.ts'],
        },
      },
    ],
  },
})
