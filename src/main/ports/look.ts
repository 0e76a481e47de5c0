/** What a look at the machine gave: the thing, or the errno that stood in the way (`ENOENT`, `EACCES`, `ETIMEDOUT` …). */
export type Look<T> = { ok: true; value: T } | { ok: false; errno: string }

/** Turns a call that may throw into a value. */
export async function look<T>(call: () => Promise<T> | T): Promise<Look<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    return { ok: false, errno: errnoOf(error) }
  }
}

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
}
