import type { Container } from '#shared/container.ts'

/** One lowercase text per row object. A patch brings new objects for the rows that changed, so nothing here goes stale. */
const haystacks = new WeakMap<Container, string>()

/** What the search box looks through: names, image, id, labels as `key=value`, ports, networks and addresses. */
function haystack(container: Container): string {
  const known = haystacks.get(container)
  if (known !== undefined) return known
  const parts = [...container.names, container.image, container.id]
  for (const label of container.labels) parts.push(`${label.key}=${label.value}`)
  for (const port of container.ports) {
    parts.push(`${port.publicPort === undefined ? '' : `:${port.publicPort}→`}${port.privatePort}/${port.type}`)
  }
  for (const network of container.networks) parts.push(network.name, network.ip)
  const text = parts.join('\n').toLowerCase()
  haystacks.set(container, text)
  return text
}

/** The words of a query; a row must hold every one of them. */
export function searchTerms(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

export function matchesTerms(container: Container, terms: readonly string[]): boolean {
  if (terms.length === 0) return true
  const text = haystack(container)
  return terms.every((term) => text.includes(term))
}
