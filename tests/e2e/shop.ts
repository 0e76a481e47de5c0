import { type SampleContainer, sampleContainer, sampleNetwork } from '#tests/support/sample-engine/sample-container.ts'

/** A compose project and two strays: small enough to name each row in a test. */
export function shop(): SampleContainer[] {
  const service = (name: string, fields: Partial<SampleContainer> = {}) =>
    sampleContainer({
      names: [`shop-${name}-1`],
      labels: [
        ['com.docker.compose.project', 'shop'],
        ['com.docker.compose.service', name],
      ],
      networks: [sampleNetwork('shop_default', 2, [name])],
      ...fields,
    })
  return [
    service('web', {
      image: 'nginx:1.27',
      ports: [
        { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 18_080, Type: 'tcp' },
        { IP: '::', PrivatePort: 80, PublicPort: 18_080, Type: 'tcp' },
      ],
    }),
    service('api', { image: 'registry.example.net/shop/api:42', ports: [{ PrivatePort: 3000, Type: 'tcp' }] }),
    service('db', {
      image: 'postgres:17',
      health: 'unhealthy',
      environment: ['POSTGRES_DB=shop', 'POSTGRES_PASSWORD=correct horse'],
      mounts: [{ type: 'volume', source: '/var/lib/docker/volumes/pgdata/_data', target: '/data', writable: true }],
    }),
    service('migrate', { state: 'exited', exitCode: 1 }),
    sampleContainer({ names: ['traefik'], image: 'traefik:v3' }),
    sampleContainer({ names: ['backup'], image: 'restic/restic', state: 'exited' }),
  ]
}
