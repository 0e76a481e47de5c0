import type { Candidate, Diagnosis } from '#shared/diagnosis.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import type { Fix, FixStep } from '#shared/fix.ts'
import type { Problem } from '#shared/problem.ts'
import { shellWords } from '#shared/shell-words.ts'

/** What choosing a way out opens or breaks, and whether it takes a new login. */
export function riskWords(fix: Pick<Fix, 'risk' | 'relogin'>): string[] {
  const risk = {
    none: 'changes no rights',
    'interrupts-containers': 'interrupts running containers',
    'root-equivalent': 'root-equivalent: whoever may use the socket is root on this machine',
  }[fix.risk]
  return fix.relogin ? [risk, 'takes effect after you log out and in'] : [risk]
}

/** A step as it is typed. */
export function commandOf(step: FixStep): string {
  return shellWords(step.privileged ? ['sudo', ...step.argv] : step.argv)
}

/** What a candidate answered, in a word or two. */
export function candidateWords(candidate: Candidate): string {
  switch (candidate.verdict) {
    case 'works':
      return ['works', candidate.engine?.version].filter(Boolean).join(' · ')
    case 'fails':
      return candidate.code?.replaceAll('-', ' ') ?? 'fails'
    case 'offered':
      return 'remote: not used for this machine'
  }
}

/** Everything that was found, as plain text for an issue or a colleague. */
export function reportText(title: string, problem: Problem, diagnosis: Diagnosis | null): string {
  const lines = [title, `code: ${problem.code} (${problem.status})`]
  if (diagnosis) {
    lines.push(`endpoint: ${diagnosis.endpoint ? endpointText(diagnosis.endpoint) : 'none'} (${diagnosis.from})`, '')
    const signs = { passed: '+', failed: 'x', 'not-reached': '-' }
    lines.push('steps', ...diagnosis.ladder.map(({ verdict, summary }) => `  ${signs[verdict]} ${summary}`), '')
    lines.push('findings', ...diagnosis.findings.map(({ probe, summary }) => `  ${probe}: ${summary}`), '')
    lines.push(
      'causes',
      ...diagnosis.causes.map((cause) => `  ${cause.code} (${cause.confidence}): ${cause.summary}`),
      '',
    )
    lines.push('candidates')
    for (const candidate of diagnosis.candidates) {
      lines.push(`  ${endpointText(candidate.endpoint)} (${candidate.from}): ${candidateWords(candidate)}`)
    }
  }
  return [...lines, '', 'raw error', problem.raw, ''].join('\n')
}

/** With its full stop, whoever wrote it. */
export function sentence(text: string): string {
  return /[.:!?]$/.test(text) ? text : `${text}.`
}

/** Where nothing is, nothing is to be said one by one: places without a socket stand apart from those with a verdict. */
export function splitCandidates(candidates: readonly Candidate[]): { told: Candidate[]; empty: Candidate[] } {
  const isEmpty = ({ code, current, pinned }: Candidate) => code === 'socket-missing' && !current && !pinned
  return { told: candidates.filter((each) => !isEmpty(each)), empty: candidates.filter(isEmpty) }
}
