import { causeText } from '#shared/cause-text.ts'
import type { Candidate, Cause, Diagnosis, LadderStep } from '#shared/diagnosis.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import type { Fix, FixStep } from '#shared/fix.ts'
import { problemText } from '#shared/problem-text.ts'
import { refusalsFor } from '#shared/refusal-text.ts'
import { shellWords } from '#shared/shell-words.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { Terminal } from './terminal.ts'

/** The diagnosis for a person: what is wrong, the ladder, the proof, why, what to do, and what not to do. */
export function printDiagnosis(diagnosis: Diagnosis, terminal: Terminal): void {
  const { problem, endpoint, engine } = diagnosis
  const section = (title: string, lines: string[]) => {
    if (lines.length === 0) return
    terminal.line()
    terminal.line(terminal.paint('bold', title))
    for (const line of lines) terminal.line(`  ${visibleText(line)}`)
  }
  terminal.line(headline(diagnosis, terminal))
  if (problem) terminal.line(visibleText(problemText(problem).message))
  terminal.line(`Endpoint: ${endpoint ? visibleText(endpointText(endpoint)) : 'none'} (${diagnosis.from})`)
  if (engine) terminal.line(`Engine: ${engine.kind} ${engine.version}, API ${engine.apiVersion}`)

  terminal.line()
  for (const step of diagnosis.ladder) terminal.line(ladderLine(step, terminal))
  section(
    'Findings',
    diagnosis.findings.map((finding) => `${finding.probe}: ${finding.summary}`),
  )
  section('Causes', diagnosis.causes.map(causeLine))
  section('Ways out, safest first', diagnosis.fixes.flatMap(fixLines))
  const refusals = problem ? refusalsFor(diagnosis.causes.map((cause) => cause.code)) : []
  section(
    'Not advised',
    refusals.map(({ title, why }) => `${title}: ${why}`),
  )
  section('Where an engine might be', diagnosis.candidates.map(candidateLine))
  if (problem) section('Raw error', problem.raw.split('\n'))
}

function headline({ problem }: Diagnosis, terminal: Terminal): string {
  if (!problem) return terminal.paint('green', 'The engine can be used')
  return terminal.paint('red', `${problemText(problem).title} (${problem.code})`)
}

function ladderLine(step: LadderStep, terminal: Terminal): string {
  const marks = { passed: ['✓', 'green'], failed: ['✕', 'red'], 'not-reached': ['○', 'dim'] } as const
  const [mark, colour] = marks[step.verdict]
  return `${terminal.paint(colour, mark)} ${visibleText(step.summary)}`
}

function causeLine(cause: Cause): string {
  return `${cause.code} (${cause.confidence}): ${causeText[cause.code].title}. ${cause.summary}`
}

function fixLines(fix: Fix, index: number): string[] {
  const notes = [fix.risk === 'none' ? '' : fix.risk, fix.relogin ? 'needs a new login' : ''].filter(Boolean)
  return [
    `${index + 1}. ${fix.title}${notes.length > 0 ? ` [${notes.join(', ')}]` : ''}`,
    `   ${fix.effect}`,
    ...fix.steps.map((step) => `   $ ${commandLine(step)}`),
    ...fix.undo.map((step) => `   undo: ${commandLine(step)}`),
  ]
}

function commandLine({ argv, privileged }: FixStep): string {
  return shellWords(privileged ? ['sudo', ...argv] : argv)
}

function candidateLine(candidate: Candidate): string {
  const verdict = candidate.verdict === 'fails' ? (candidate.code ?? 'fails') : candidate.verdict
  return `${endpointText(candidate.endpoint)} (${candidate.from}): ${verdict}${candidate.current ? ', in use' : ''}`
}
