import { z } from 'zod'
import type { SampleContainer } from './sample-container.ts'

/** `{"id":["a"]}`, and the form from before API 1.22 that docker-py still sends: `{"id":{"a":true}}`. */
const filterText = z.record(
  z.string(),
  z.union([z.array(z.string()), z.record(z.string(), z.boolean()).transform((values) => Object.keys(values))]),
)
export type Filters = Map<string, string[]>

/** A refusal in the engine's words. */
export class RefusedFilter extends Error {}

export function readFilters(text: string | null): Filters {
  if (text === null || text === '') return new Map()
  try {
    return new Map(Object.entries(filterText.parse(JSON.parse(text))))
  } catch {
    throw new RefusedFilter(`invalid filter: ${text}`)
  }
}

const listFilters = ['id', 'name', 'label', 'status', 'health', 'network', 'volume', 'ancestor', 'before', 'since']
const states = ['created', 'restarting', 'running', 'removing', 'paused', 'exited', 'dead']

/** Throws `RefusedFilter` for what dockerd refuses, too. */
export function checkListFilters(filters: Filters): void {
  for (const name of filters.keys())
    if (!listFilters.includes(name)) throw new RefusedFilter(`invalid filter '${name}'`)
  for (const state of filters.get('status') ?? []) {
    if (!states.includes(state)) throw new RefusedFilter(`invalid filter 'status=${state}'`)
  }
}

export function matchesContainer(filters: Filters, container: SampleContainer): boolean {
  return (
    matchesSome(filters.get('id'), (id) => container.id.startsWith(id)) &&
    matchesSome(filters.get('name'), (name) => container.names.some((own) => own.includes(name.replace(/^\//, '')))) &&
    matchesSome(filters.get('status'), (state) => container.state === state) &&
    matchesEvery(filters.get('label'), (label) => hasLabel(container, label))
  )
}

function hasLabel(container: SampleContainer, wanted: string): boolean {
  return container.labels.some(([key, value]) => wanted === key || wanted === `${key}=${value}`)
}

/** Values of one filter are alternatives … */
export function matchesSome(values: string[] | undefined, test: (value: string) => boolean): boolean {
  return values === undefined || values.length === 0 || values.some(test)
}

/** … but every label asked for must be there. */
function matchesEvery(values: string[] | undefined, test: (value: string) => boolean): boolean {
  return values === undefined || values.every(test)
}
