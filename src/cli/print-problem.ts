import type { Problem } from '#shared/problem.ts'
import { problemText } from '#shared/problem-text.ts'
import { visibleText } from '#shared/visible-text.ts'
import { exitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/** A problem with its words, as the command line's JSON names them. */
export function problemShape(problem: Problem) {
  const { title, message } = problemText(problem)
  return { code: problem.code, status: problem.status, title, message }
}

/** Prints a problem as text, or as `{"error":…}` on standard output, and returns its exit code. */
export function printProblem(problem: Problem, json: boolean, terminal: Terminal, usage?: string): number {
  if (json) terminal.line(JSON.stringify({ error: problemShape(problem) }))
  else {
    const { title, message, advice } = problemText(problem)
    terminal.error(`${title} (${problem.code})`)
    terminal.error(visibleText(message))
    if (usage) terminal.error(`Usage: ${usage}`)
    else if (advice) terminal.error(advice)
  }
  return exitCode(problem)
}
