import type { App } from '#main/app.ts'
import type { Diagnosis } from '#shared/diagnosis.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import { problemOf } from '#shared/problem.ts'
import { readArguments, readSource } from './arguments.ts'
import { exitCode } from './exit-code.ts'
import { printDiagnosis } from './print-diagnosis.ts'
import { printProblem, problemShape } from './print-problem.ts'
import type { Terminal } from './terminal.ts'

export const doctorUsage =
  'gangway doctor [--source local|UUID | --host unix:///path|tcp://host:port|ssh://user@host] [--json]'

const options = {
  source: { type: 'string' },
  host: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** `gangway doctor`: can the engine be used, and if not, why, with the proof. Returns the exit code. */
export async function doctor(app: App, words: string[], terminal: Terminal): Promise<number> {
  const json = words.includes('--json')
  const given = readArguments(words, options)
  if (!given.ok) return printProblem(given.problem, json, terminal, doctorUsage)
  const { host, source } = given.value
  if (host !== undefined && source !== undefined) {
    const both = problemOf('invalid-request', { name: 'arguments', detail: 'give --source or --host, not both' })
    return printProblem(both, json, terminal, doctorUsage)
  }
  const selected = readSource(source ?? 'local')
  if (!selected.ok) return printProblem(selected.problem, json, terminal, doctorUsage)
  const answer =
    host === undefined ? await app.services.diagnose(selected.value) : await app.services.diagnoseHost(host)
  if (!answer.ok) return printProblem(answer.problem, json, terminal)
  if (json) terminal.line(JSON.stringify(doctorShape(answer.value)))
  else printDiagnosis(answer.value, terminal)
  return exitCode(answer.value.problem)
}

/** The shape scripts rely on (docs/architecture.md). */
export function doctorShape(diagnosis: Diagnosis) {
  const { problem } = diagnosis
  return {
    source: diagnosis.source,
    endpoint: diagnosis.endpoint ? endpointText(diagnosis.endpoint) : null,
    ok: problem === null,
    engine: diagnosis.engine,
    problem: problem && { ...problemShape(problem), raw: problem.raw },
    findings: diagnosis.findings.map(({ probe, verdict, summary, facts }) => ({ probe, verdict, summary, facts })),
    causes: diagnosis.causes.map(({ code, confidence, summary, findings }) => ({
      code,
      confidence,
      summary,
      findings,
    })),
    fixes: diagnosis.fixes.map((fix) => ({
      id: fix.id,
      title: fix.title,
      runnable: fix.runnable,
      risk: fix.risk,
      relogin: fix.relogin,
      steps: fix.steps.map(({ argv }) => ({ argv })),
      undo: fix.undo.map(({ argv }) => ({ argv })),
    })),
    candidates: diagnosis.candidates.map(({ endpoint, from, verdict, code }) => ({
      endpoint: endpointText(endpoint),
      from,
      verdict,
      code,
    })),
  }
}
