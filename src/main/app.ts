import { classify } from '#main/problems/classify.ts'
import { createFeeds, createHandlers } from './ipc/handlers.ts'
import { createServe, type Serve } from './ipc/serve.ts'
import { StreamHub } from './ipc/stream-hub.ts'
import { type AppPorts, createServices, type Services } from './services.ts'

export type { AppPorts }

/** Gangway without a window: what the Electron shell, the command line, the browser host and the tests all run. */
export type App = {
  services: Services
  /** Answers the requests of a caller whose right to ask has been checked. */
  serve: Serve
  hub: StreamHub
  /** Starts the sessions, unless engine access is switched off. The command line does not: it asks once and ends. */
  start(): void
  close(): Promise<void>
}

export async function createApp(ports: AppPorts): Promise<App> {
  const services = await createServices(ports)
  const hub = new StreamHub(createFeeds(services))
  const serve = createServe(createHandlers(services, hub), hub, (thrown) => {
    ports.log.error(`a handler threw: ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
    return classify(thrown, { transport: 'unix' })
  })
  return { services, serve, hub, start: () => services.start(), close: () => services.close() }
}
