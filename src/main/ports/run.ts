/** A finished program: its exit code and standard output. Not `ok` when it could not be started, hung or said too much. */
export type Ran = { ok: true; code: number; stdout: string } | { ok: false; errno: string }

/** Runs a program by its absolute path, without a shell, for at most two seconds. `system.ts` holds the one there is. */
export type Run = (file: string, argv: readonly string[]) => Promise<Ran>
