import { hexOf, type SampleContainer, sampleContainer } from './sample-container.ts'

/**
 * What engines of twelve years, Podman, proxies and hostile images have been seen to answer, or could: each of these must
 * cost at most its own row, and none may hide another.
 */
export function oddContainers(now = Date.now()): SampleContainer[] {
  const odd = (name: string, fields: Partial<SampleContainer>) =>
    sampleContainer({ id: hexOf(`odd ${name}`, 64), names: [name], image: 'odd:1', networks: [], ...fields }, now)
  return [
    odd('null-network-settings', { odd: { NetworkSettings: null } }),
    odd('null-networks', { odd: { NetworkSettings: { Networks: null } } }),
    odd('null-endpoint', { odd: { NetworkSettings: { Networks: { bridge: null } } } }),
    odd('null-lists', { odd: { Ports: null, Mounts: null, Labels: null } }),
    odd('fields-missing', { odd: { Ports: undefined, Mounts: undefined, Labels: undefined, Status: undefined } }),
    odd('wrong-types', { odd: { Ports: 'none', Labels: ['a=b'], Created: 'yesterday', Status: 7, Mounts: {} } }),
    odd('no-names', { names: [] }),
    odd('empty-name', { odd: { Names: ['/', ''] } }),
    odd('two-names', { names: ['two-names', 'web/link'] }),
    odd('short-id', { id: 'abc123' }),
    odd('unknown-state', { state: 'hibernating', odd: { Status: '' } }),
    odd('bidi-name', { names: ['web\u202Egpj.exe'] }),
    odd('control-characters', { names: ['bell\u0007\u001B[31mred'], image: 'a\u0000b:1' }),
    odd('markup', { names: ['<img src=x onerror=alert(1)>'], image: '"><script>alert(1)</script>' }),
    odd('prototype-labels', {
      labels: [
        ['__proto__', 'polluted'],
        ['constructor', 'polluted'],
        ['com.docker.compose.project', '__proto__'],
      ],
    }),
    odd('huge-labels', {
      labels: Array.from({ length: 300 }, (_, index) => [`label.${index}`, 'x'.repeat(1024)]),
    }),
    odd('shell-label', { labels: [['traefik.http', '$(reboot); `id` && rm -rf "/"']] }),
    odd('long-name', { names: ['n'.repeat(4096)], image: `${'deep/'.repeat(200)}image@sha256:${'f'.repeat(64)}` }),
    odd('no-network', { networks: [{ name: 'none', ip: '', gateway: '', ipv6: '', mac: '', aliases: [] }] }),
  ]
}
