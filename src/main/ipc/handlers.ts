import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import type { SourceId } from '#shared/source.ts'
import type { Services } from '../services.ts'
import { watchContainers } from './feeds/containers-feed.ts'
import { watchSources } from './feeds/sources-feed.ts'
import type { Handlers } from './serve.ts'
import type { Feeds, StreamHub } from './stream-hub.ts'

/** One line for each call of the contract: what it does lives in the services. */
export function createHandlers(services: Services, hub: StreamHub): Handlers {
  return {
    'app.info': () => ok(services.info),
    'sources.retry': ({ source }) => withSession(services, source, (session) => ok(session.retry() ?? null)),
    'sources.pin': ({ source, candidate }) => services.pin(source, candidate),
    'sources.diagnose': ({ source }) => services.diagnose(source),
    'containers.list': ({ source, all }) => services.list(source, all),
    'containers.inspect': ({ source, id }) => services.inspect(source, id),
    'ports.open': ({ source, container, publicPort }) => services.openPort(source, container, publicPort),
    'settings.read': () => ok(services.readSettings()),
    'settings.appearance': (appearance) => services.changeSettings({ appearance }),
    'settings.enabled': ({ enabled }) => services.changeSettings({ enabled }),
    'stream.credit': ({ stream, credits }, caller) => hub.credit(caller, stream, credits),
    'stream.close': ({ stream }, caller) => hub.close(caller, stream),
  }
}

export function createFeeds(services: Services): Feeds {
  return {
    'sources.watch': (_input, wake) => ok(watchSources(services, wake)),
    'containers.watch': ({ source }, wake) =>
      withSession(services, source, (session) => ok(watchContainers(session, wake))),
  }
}

type Session = NonNullable<ReturnType<Services['sessions']['get']>>

function withSession<T>(services: Services, source: SourceId, use: (session: Session) => Result<T>): Result<T> {
  const session = services.sessions.get(source)
  return session ? use(session) : failed(problemOf('unknown-source', { source }))
}
