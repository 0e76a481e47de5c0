import { type SampleEngine, type SampleEngineOptions, startSampleEngine } from '#tests/support/sample-engine.ts'
import { test as base, type WindowOptions } from './fixtures.ts'
import { type GangwayPage, gangwayPage } from './pages/gangway-page.ts'

type Opened = { engine: SampleEngine; gangway: GangwayPage }

/** A window whose local engine is a sample engine, for the length of a test. */
export type OpenWithEngine = (engine?: SampleEngineOptions, window?: WindowOptions) => Promise<Opened>

export const test = base.extend<{ openWithEngine: OpenWithEngine }>({
  openWithEngine: async ({ openWindow }, use) => {
    const engines: SampleEngine[] = []
    await use(async (engineOptions = {}, windowOptions = {}) => {
      const engine = await startSampleEngine(engineOptions)
      engines.push(engine)
      const env = { DOCKER_HOST: `unix://${engine.address}`, ...windowOptions.env }
      const page = await openWindow({ ...windowOptions, env })
      return { engine, gangway: gangwayPage(page) }
    })
    for (const engine of engines) await engine.close()
  },
})
