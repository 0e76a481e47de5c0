import { type ParseArgsConfig, parseArgs } from 'node:util'
import { problemOf } from '#shared/problem.ts'
import { failed, ok, type Result } from '#shared/result.ts'
import { type SourceId, sourceId } from '#shared/source.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values']

/** Parses the words after the command. What is unknown, repeated wrongly or lacks its value is `invalid-request`. */
export function readArguments<O extends Options>(words: string[], options: O): Result<Values<O>> {
  try {
    return ok(parseArgs({ args: words, options, strict: true, allowPositionals: false }).values)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return failed(problemOf('invalid-request', { name: 'arguments', detail }))
  }
}

/** A selector is `local` or a server's UUID; anything else is refused here and passed on nowhere. */
export function readSource(word: string): Result<SourceId> {
  const parsed = sourceId.safeParse(word)
  if (parsed.success) return ok(parsed.data)
  const detail = `"${word}" is neither "local" nor the UUID of a server`
  return failed(problemOf('invalid-request', { name: '--source', detail }))
}
