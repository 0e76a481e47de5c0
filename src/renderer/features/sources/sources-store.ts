import { create } from 'zustand'
import type { SourceView } from '#shared/session.ts'
import type { SourceId } from '#shared/source.ts'
import { call, openStream } from '../../ipc.ts'

type SourcesState = { sources: readonly SourceView[]; chosen: SourceId | null }

export const useSources = create<SourcesState>(() => ({ sources: [], chosen: null }))

/** Follow every source. The first one is shown until another is chosen. */
export function watchSources(): () => void {
  return openStream('sources.watch', null, (sources) => {
    useSources.setState(({ chosen }) => ({ sources, chosen: chosen ?? sources[0]?.id ?? null }))
  })
}

export function chooseSource(chosen: SourceId): void {
  useSources.setState({ chosen })
}

/** The source the window shows. */
export function chosenSource({ sources, chosen }: SourcesState): SourceView | undefined {
  return sources.find((source) => source.id === chosen)
}

/** Try again now instead of at the time the session has set. */
export function retrySource(source: SourceId): void {
  void call('sources.retry', { source })
}
