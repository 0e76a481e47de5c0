import type { Container } from '#shared/container.ts'

/** A running container of no project, with what a test is about on top. */
export function row(part: Partial<Container> & { name?: string } = {}): Container {
  const { name, ...rest } = part
  const id = rest.id ?? (name ?? 'web').padEnd(64, '0')
  return {
    id,
    names: name === undefined ? ['web'] : [name],
    image: 'nginx:1.27',
    state: 'running',
    status: 'Up 2 hours',
    health: 'none',
    created: 1_700_000_000,
    networks: [{ name: 'bridge', ip: '172.17.0.2' }],
    ports: [],
    labels: [],
    mounts: [],
    project: '',
    service: '',
    ...rest,
  }
}
