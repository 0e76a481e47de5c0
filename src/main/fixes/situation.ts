import type { CauseCode } from '#shared/cause.ts'
import type { Candidate, Cause, Diagnosis, GroupFacts, PathComponent, SocketFacts } from '#shared/diagnosis.ts'
import { findProduct, type Product } from './product.ts'

/** What a fix may go by: the diagnosis, with its proofs within reach. */
export type Situation = {
  /** The socket's path as it was dialled; empty where there is none. */
  path: string
  socket: SocketFacts | null
  /** What stands at the end of the path, links followed. */
  target: PathComponent | null
  groups: GroupFacts | null
  /** Who makes the socket at this path. Null where nothing installed here would: in a container the engine is outside. */
  product: Product | null
  candidates: readonly Candidate[]
  /** The facts of a cause at hand. */
  factsOf(code: CauseCode): Cause['facts'] | null
  /** Whether a program is installed; true where the probe could not look. */
  has(program: string): boolean
}

export function readSituation({ endpoint, findings, causes, candidates }: Diagnosis): Situation {
  const socket = findings.find((finding) => finding.probe === 'socket')?.facts ?? null
  const installed = findings.find((finding) => finding.probe === 'installed')?.facts ?? null
  const path = endpoint && 'path' in endpoint ? endpoint.path : ''
  const has = (program: string) => {
    const binary = installed?.binaries.find(({ name }) => name === program)
    return binary === undefined || binary.path !== null
  }
  return {
    path,
    socket,
    target: socket?.target ?? null,
    groups: findings.find((finding) => finding.probe === 'groups')?.facts ?? null,
    // The engine makes the file where the links lead.
    product: findProduct(socket?.components.at(-1)?.path ?? path, path, has),
    candidates,
    factsOf: (code) => causes.find((cause) => cause.code === code)?.facts ?? null,
    has,
  }
}
