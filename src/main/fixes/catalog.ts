import type { Diagnosis } from '#shared/diagnosis.ts'
import type { Fix } from '#shared/fix.ts'
import { containerGroupAdd } from './container-group-add.ts'
import type { FixRule } from './fix-rule.ts'
import { grantAcl } from './grant-acl.ts'
import { installEngine } from './install-engine.ts'
import { joinGroup } from './join-group.ts'
import { moveAside } from './move-aside.ts'
import { newLogin } from './new-login.ts'
import { removeDirectory } from './remove-directory.ts'
import { repairPath } from './repair-path.ts'
import { repairSocketGroup } from './repair-socket-group.ts'
import { repairSocketMode } from './repair-socket-mode.ts'
import { restartEngine } from './restart-engine.ts'
import { readSituation } from './situation.ts'
import { startEngine } from './start-engine.ts'
import { useCandidate } from './use-candidate.ts'

/** Every way out, the safest first: what changes nothing, what changes no rights, what repairs, what grants. */
export const fixRules: readonly FixRule[] = [
  useCandidate,
  startEngine,
  newLogin,
  removeDirectory,
  moveAside,
  restartEngine,
  repairPath,
  repairSocketMode,
  repairSocketGroup,
  grantAcl,
  joinGroup,
  containerGroupAdd,
  installEngine,
]

/** The ways out of a diagnosed problem, with this machine's names and numbers; safest first. Empty where nothing is wrong. */
export function fixesFor(diagnosis: Diagnosis): Fix[] {
  if (!diagnosis.problem) return []
  const situation = readSituation(diagnosis)
  return fixRules.flatMap(({ id, mends, plan }) => {
    if (mends !== 'any' && !diagnosis.causes.some(({ code }) => mends.includes(code))) return []
    const planned = plan(situation)
    return planned ? [{ id, runnable: false, ...planned }] : []
  })
}
