import type { Container, ContainerDetails } from '#shared/container.ts'
import { shortId } from '#shared/short-id.ts'
import { CopyField } from '../../../ui/copy-field.tsx'
import { EngineText } from '../../../ui/engine-text.tsx'
import { middleText } from '../../../ui/middle-text.ts'
import { RelativeAge } from '../../../ui/relative-age.tsx'
import { imageText } from '../words-model.ts'
import { Fact, FactGroup, Facts } from './facts.tsx'
import { HealthLog } from './health-log.tsx'
import { PortList } from './port-list.tsx'

type Props = {
  container: Container
  details: ContainerDetails | null
  onOpenPort: (container: string, publicPort: number) => void
}

export function OverviewTab({ container, details, onOpenPort }: Props) {
  const started = Date.parse(details?.startedAt ?? '')
  const finished = Date.parse(details?.finishedAt ?? '')
  const alive = container.state === 'running' || container.state === 'paused'
  return (
    <>
      <FactGroup title="Ports">
        <PortList container={container} onOpenPort={onOpenPort} />
      </FactGroup>
      <Facts>
        <Fact name="Status">
          <EngineText value={container.status} />
        </Fact>
        <Fact name="Id">
          <CopyField value={container.id} shown={shortId(container.id)} label="Copy id" />
        </Fact>
        <Fact name="Image">
          <CopyField value={container.image} shown={middleText(imageText(container.image), 60)} label="Copy image" />
        </Fact>
        <Fact name="Names">
          {container.names.length > 1 ? <EngineText value={container.names.join(', ')} /> : null}
        </Fact>
        <Fact name="Project">
          {container.project ? (
            <EngineText value={[container.project, container.service].filter(Boolean).join(' / ')} />
          ) : null}
        </Fact>
        <Fact name="Created">{container.created > 0 ? <RelativeAge at={container.created * 1000} /> : null}</Fact>
        <Fact name="Started">{started > 0 ? <RelativeAge at={started} /> : null}</Fact>
        <Fact name="Finished">{finished > 0 && !alive ? <RelativeAge at={finished} /> : null}</Fact>
        <Fact name="Exit code">{container.state === 'exited' ? container.exitCode?.toString() : null}</Fact>
        <Fact name="Command">
          {details?.command ? <CopyField value={details.command} label="Copy command" /> : null}
        </Fact>
        <Fact name="User">{details ? <EngineText value={details.user || 'root'} /> : null}</Fact>
        <Fact name="Directory">
          {details?.workingDirectory ? <EngineText value={details.workingDirectory} /> : null}
        </Fact>
        <Fact name="Restart">{details?.restartPolicy ? <EngineText value={details.restartPolicy} /> : null}</Fact>
      </Facts>
      {details && details.healthLog.length > 0 ? <HealthLog entries={details.healthLog} /> : null}
    </>
  )
}
