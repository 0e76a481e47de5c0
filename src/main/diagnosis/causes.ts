import type { CauseCode } from '#shared/cause.ts'
import type { Cause } from '#shared/diagnosis.ts'
import type { CauseRule, Proof } from './cause-rule.ts'
import { confinementRules, lastResortRules } from './causes-confinement.ts'
import { groupRules } from './causes-groups.ts'
import { listeningRules } from './causes-listening.ts'
import { pathRules } from './causes-path.ts'
import { rightsRules } from './causes-rights.ts'
import type { Clues } from './clues.ts'

/**
 * Every cause, in the order of its rank: what must be mended first stands first. A thing of the wrong kind at the path
 * outranks its mode, a closed directory outranks the socket behind it, and a socket whose group may not write outranks a
 * user who is not in that group.
 */
export const causeRules: readonly CauseRule[] = [
  ...pathRules,
  ...confinementRules,
  ...rightsRules,
  ...groupRules,
  ...listeningRules,
  ...lastResortRules,
]

/** The causes that hold, ranked; each code at most once. */
export function rankCauses(clues: Clues): Cause[] {
  const proven = causeRules
    .filter(({ forProblems }) => forProblems.includes(clues.problem.code))
    .flatMap(({ code, prove }) => {
      const proof = prove(clues)
      return proof ? [toCause(code, proof, clues)] : []
    })
  return proven.filter(({ code }, index) => proven.findIndex((other) => other.code === code) === index)
}

function toCause(code: CauseCode, { summary, ...proof }: Proof, clues: Clues): Cause {
  return {
    code,
    ...proof,
    summary: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    // A probe that could not look backs nothing.
    findings: proof.findings.filter((probe) => clues[probe] !== null),
  }
}
