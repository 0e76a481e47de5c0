import { describe, expect, it } from 'vitest'
import { classify } from '#main/problems/classify.ts'
import { readEvidence } from '#main/problems/evidence.ts'
import { rules } from '#main/problems/rules.ts'
import { type ProblemCode, problemStatus } from '#shared/problem.ts'

/** Problems that Gangway states itself, before or without any error. */
const stated: ProblemCode[] = [
  'config-json-broken',
  'context-missing',
  'context-broken',
  'disabled',
  'invalid-request',
  'refused',
  'unknown-source',
  'unknown-call',
]

describe('the table of signatures', () => {
  it.each(rules.map((rule, row) => ({ row, rule, code: rule.code })))(
    'row $row ($code) is reached by its example',
    ({ rule }) => {
      const { thrown, context } = rule.example
      const evidence = readEvidence(thrown)
      const first = rules.findIndex((other) => other.when(evidence, context))
      expect(first).toBe(rules.indexOf(rule))
      const { code, status } = classify(thrown, context)
      expect({ code, status }).toEqual({ code: rule.code, status: rule.status ?? problemStatus[rule.code] })
    },
  )

  it('has a row for every code that Gangway does not state itself', () => {
    const withRow = new Set(rules.map((rule) => rule.code))
    const without = Object.keys(problemStatus).filter((code) => ![...withRow].some((known) => known === code))
    expect(without.sort()).toEqual([...stated].sort())
  })
})
