import type { SourceId } from '#shared/source.ts'
import { call } from '../ipc.ts'
import { showDone, showProblem } from './notices.ts'

/** Open a published port in the system's browser; main builds the address. */
export async function openPort(source: SourceId, container: string, publicPort: number): Promise<void> {
  const answer = await call('ports.open', { source, container, publicPort })
  if (answer.ok) showDone(`Opened ${answer.value.opened}`)
  else showProblem(answer.problem)
}
