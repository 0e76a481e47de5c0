import { useEffect, useState } from 'react'
import type { Container, ContainerDetails } from '#shared/container.ts'
import type { Problem } from '#shared/problem.ts'
import type { SourceId } from '#shared/source.ts'
import { call } from '../../../ipc.ts'

export type Inspection = { details: ContainerDetails | null; problem: Problem | null }

const nothing: Inspection = { details: null, problem: null }
/** Arrowing through the list asks for the row one rests on, not for each one passed. */
const patience = 80

/** What `inspect` says of a container, asked again whenever its row changes. The last answer stays until the next one. */
export function useInspection(source: SourceId, container: Container | undefined, online: boolean): Inspection {
  const [inspection, setInspection] = useState<Inspection & { id: string }>({ ...nothing, id: '' })
  const id = container?.id

  useEffect(() => {
    // A new row object means that the container changed.
    if (!container || !online) return
    const { id } = container
    let current = true
    const timer = setTimeout(async () => {
      const answer = await call('containers.inspect', { source, id })
      if (!current) return
      setInspection((known) =>
        answer.ok
          ? { details: answer.value, problem: null, id }
          : { details: known.id === id ? known.details : null, problem: answer.problem, id },
      )
    }, patience)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [source, container, online])

  return inspection.id === id ? inspection : nothing
}
