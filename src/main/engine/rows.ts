import type { Container } from '#shared/container.ts'

/** Which rows a new answer changes, and which it removes. */
export type RowPatch = { changed: Container[]; removed: string[] }

/** The rows of one engine, in the engine's order of first sight. Patches are the differences only. */
export class Rows {
  readonly #rows = new Map<string, Container>()

  get size(): number {
    return this.#rows.size
  }

  list(): Container[] {
    return [...this.#rows.values()]
  }

  get(id: string): Container | undefined {
    return this.#rows.get(id)
  }

  /** Takes a whole list; what it does not name is gone. */
  replace(rows: readonly Container[]): RowPatch {
    const kept = new Set(rows.map((row) => row.id))
    const removed = [...this.#rows.keys()].filter((id) => !kept.has(id))
    for (const id of removed) this.#rows.delete(id)
    return { changed: this.#upsert(rows), removed }
  }

  /** Takes the answer to a question about `asked`: of those, what the answer does not name is gone. */
  merge(asked: readonly string[], rows: readonly Container[]): RowPatch {
    const named = new Set(rows.map((row) => row.id))
    return { changed: this.#upsert(rows), removed: asked.filter((id) => !named.has(id) && this.#rows.delete(id)) }
  }

  /** True if there was such a row. */
  remove(id: string): boolean {
    return this.#rows.delete(id)
  }

  #upsert(rows: readonly Container[]): Container[] {
    const changed = rows.filter((row) => !isSame(this.#rows.get(row.id), row))
    for (const row of changed) this.#rows.set(row.id, row)
    return changed
  }
}

/** Rows are built field by field in one place, so equal rows have equal text. */
function isSame(known: Container | undefined, row: Container): boolean {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(row)
}
