import type { Rule } from './rule.ts'
import { configRules } from './rules-config.ts'
import { goRules } from './rules-go.ts'
import { localRules } from './rules-local.ts'
import { lostRules } from './rules-lost.ts'
import { networkRules } from './rules-network.ts'
import { ownRules } from './rules-own.ts'
import { protocolRules } from './rules-protocol.ts'
import { replyRules } from './rules-reply.ts'
import { tlsRules } from './rules-tls.ts'
import { tlsMaterialRules } from './rules-tls-material.ts'

/**
 * THE table: every signature of every problem that an error alone can tell, tried in order. What is particular stands
 * before what is general; each row's example proves that no earlier row takes it.
 */
export const rules: readonly Rule[] = [
  ...ownRules,
  ...replyRules,
  ...tlsMaterialRules,
  ...tlsRules,
  ...protocolRules,
  ...configRules,
  ...localRules,
  ...networkRules,
  ...lostRules,
  ...goRules,
]
