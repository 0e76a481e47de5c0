import type { Container, ContainerDetails } from '#shared/container.ts'
import { CopyField } from '../../../ui/copy-field.tsx'
import { EngineText } from '../../../ui/engine-text.tsx'
import { Fact, FactGroup, Facts, NoFacts } from './facts.tsx'

type Network = ContainerDetails['networks'][number]

/** Every network with its addresses. Before `inspect` answers, what the list knows of them. */
export function NetworksTab({ container, details }: { container: Container; details: ContainerDetails | null }) {
  const networks: Network[] =
    details?.networks ??
    container.networks.map((network) => ({ ...network, ipv6: '', gateway: '', mac: '', aliases: [] }))
  if (networks.length === 0) return <NoFacts>This container is in no network.</NoFacts>
  return networks.map((network) => (
    <FactGroup key={network.name} title={network.name}>
      <Facts>
        <Fact name="IP">{address(network.ip)}</Fact>
        <Fact name="IPv6">{address(network.ipv6)}</Fact>
        <Fact name="Gateway">{address(network.gateway)}</Fact>
        <Fact name="MAC">{address(network.mac)}</Fact>
        <Fact name="Aliases">
          {network.aliases.length > 0 ? <EngineText value={network.aliases.join(', ')} /> : null}
        </Fact>
      </Facts>
      {network.ip || network.ipv6 ? null : <NoFacts>No address while the container is not running.</NoFacts>}
    </FactGroup>
  ))
}

function address(value: string) {
  return value ? <CopyField value={value} label={`Copy ${value}`} /> : null
}
