import type { FileType, Finding, LadderStep, SocketFacts } from '#shared/diagnosis.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { endpointText } from '#shared/endpoint-text.ts'
import type { Problem } from '#shared/problem.ts'
import type { EngineInfo } from '#shared/session.ts'
import { failingStep, type StepName } from './ladder-step.ts'

export type Attempt = {
  endpoint: Endpoint | null
  from: string
  problem: Problem | null
  engine: EngineInfo | null
  findings: readonly Finding[]
}

const localSteps: readonly StepName[] = ['address', 'socket', 'permission', 'listening', 'engine', 'version', 'list']
const networkSteps: readonly StepName[] = ['address', 'listening', 'engine', 'version', 'list']

/** The steps from the address to the list: those before the failing one passed, those after it were not reached. */
export function buildLadder(attempt: Attempt): LadderStep[] {
  const { endpoint, problem } = attempt
  const isFile = endpoint === null || endpoint.kind === 'unix' || endpoint.kind === 'npipe'
  const steps = isFile ? localSteps : networkSteps
  const failing = problem ? steps.indexOf(findFailingStep(attempt, problem, isFile)) : steps.length
  return steps.map((step, index) => {
    if (index === failing) return { step, verdict: 'failed', summary: whyFailed(step, attempt) }
    const summary = statements[step](attempt)
    return { step, verdict: index < failing ? 'passed' : 'not-reached', summary }
  })
}

function findFailingStep({ endpoint, findings }: Attempt, problem: Problem, isFile: boolean): StepName {
  const step = failingStep[problem.code]
  if (!isFile) return step === 'socket' || step === 'permission' ? 'listening' : step
  if (endpoint === null) return 'address'
  const socket = readSocket(findings)
  const isDial = step === 'permission' || step === 'listening'
  // Where the way is closed, or something else than a socket is at its end, rights to it are not yet the question.
  if (isDial && socket && (socket.target === null || socket.target.type !== 'socket')) return 'socket'
  // The path is well formed, or there would be no endpoint: what stands on it leads nowhere.
  return problem.code === 'socket-path-invalid' ? 'socket' : step
}

/** What each step says once it is passed, and while nobody has come that far. */
const statements: Record<StepName, (attempt: Attempt) => string> = {
  address: ({ endpoint, from }) => (endpoint ? `The address is ${endpointText(endpoint)} (${from})` : 'The address'),
  socket: ({ endpoint }) => (endpoint?.kind === 'npipe' ? 'The pipe exists' : 'The socket exists'),
  permission: () => 'You may write to it',
  listening: () => 'Something listens there',
  engine: ({ engine }) => (engine ? `${engineName(engine)} answers` : 'An engine answers'),
  version: ({ engine }) => (engine ? `Both speak API ${engine.apiVersion}` : 'Both speak one API version'),
  list: () => 'It lists its containers',
}

function whyFailed(step: StepName, { from, problem, findings }: Attempt): string {
  switch (step) {
    case 'address':
      return problem?.code === 'socket-path-too-long' ? 'The path is too long' : `The address is not valid (${from})`
    case 'socket':
      return whySocketFailed(readSocket(findings), problem)
    case 'permission':
      return problem?.code === 'sandbox' ? 'A sandbox forbids the connection' : 'You may not write to it'
    case 'listening':
      return problem?.code === 'engine-busy'
        ? 'The engine accepts no more connections'
        : 'Nothing accepts a connection there'
    case 'engine':
      return 'No engine answers as one should'
    case 'version':
      return 'No API version is spoken by both'
    case 'list':
      return 'It does not list its containers'
  }
}

const inItsPlace: Record<FileType, string> = {
  directory: 'A folder is in its place',
  file: 'A file is in its place',
  fifo: 'A named pipe is in its place',
  device: 'A device is in its place',
  symlink: 'A link that cannot be read is in its place',
  unknown: 'Something else is in its place',
  // There by now, and not when it was dialled.
  socket: 'The socket did not exist',
}

function whySocketFailed(socket: SocketFacts | null, problem: Problem | null): string {
  if (problem?.code === 'socket-wrong-type') return 'The socket is of another kind'
  if (socket?.target) return inItsPlace[socket.target.type]
  const last = socket?.components.at(-1)
  if (last?.verdict === 'denied') return `You may not pass to ${last.path}`
  return last?.verdict === 'unreadable'
    ? `${last.path} cannot be followed (${last.errno})`
    : 'The socket does not exist'
}

function readSocket(findings: readonly Finding[]): SocketFacts | null {
  return findings.find((finding) => finding.probe === 'socket')?.facts ?? null
}

function engineName({ kind, version }: EngineInfo): string {
  return `${kind === 'podman' ? 'Podman' : 'Docker'} ${version}`.trim()
}
