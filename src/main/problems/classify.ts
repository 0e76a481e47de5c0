import { type Problem, problemStatus } from '#shared/problem.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { boundFacts, commonFacts } from './facts.ts'
import type { ProblemContext } from './problem-context.ts'
import { rawText } from './raw-text.ts'
import { rules } from './rules.ts'

/**
 * Names what was thrown. Pure and total: what no rule knows is `unexpected` (500), with its raw text. A cancelled call is
 * `cancelled`, for its caller to drop: it is neither a success nor a failure.
 */
export function classify(thrown: unknown, context: ProblemContext): Problem {
  const evidence = readEvidence(thrown)
  // An error that says nothing itself may wrap one that does.
  for (const candidate of [evidence, ...evidence.nested]) {
    const problem = applyRules(candidate, context)
    if (problem) return { ...problem, raw: rawText(evidence) }
  }
  return {
    code: 'unexpected',
    status: problemStatus.unexpected,
    facts: boundFacts(commonFacts(evidence, context)),
    // A bug's only trace: nothing else says where it was thrown.
    raw: rawText(evidence, { stack: true }),
  }
}

function applyRules(evidence: Evidence, context: ProblemContext): Problem | undefined {
  const rule = rules.find((row) => row.when(evidence, context))
  if (!rule) return undefined
  const facts = { ...commonFacts(evidence, context), ...evidence.faultFacts, ...rule.facts?.(evidence, context) }
  return { code: rule.code, status: rule.status ?? problemStatus[rule.code], facts: boundFacts(facts), raw: '' }
}
