import type { Problem, ProblemCode } from './problem.ts'
import type { ProblemWords } from './problem-words.ts'
import { localWords } from './problem-words-local.ts'
import { networkWords } from './problem-words-network.ts'
import { ownWords } from './problem-words-own.ts'
import { replyWords } from './problem-words-reply.ts'
import { tlsWords } from './problem-words-tls.ts'

/** THE table of words: a code without a row does not compile. */
const words: Record<ProblemCode, ProblemWords> = {
  ...localWords,
  ...networkWords,
  ...tlsWords,
  ...replyWords,
  ...ownWords,
}

/** A title has no period; message and advice are sentences. Facts are shown as they are: make them visible where they are shown. */
export type ProblemText = { title: string; message: string; advice: string }

/** A problem in plain words. Facts that are missing are worded around. */
export function problemText(problem: Pick<Problem, 'code' | 'facts'>): ProblemText {
  const { title, message, advice } = words[problem.code]
  return { title, message: message(problem.facts), advice }
}
