/** What a compose service of a sample project is made of. `publish` is `host:container`; `expose` is not published. */
export type SampleService = {
  service: string
  image: string
  command: string[]
  publish?: [host: number, container: number][]
  expose?: number[]
  /** Has a health check. */
  checked?: boolean
  volume?: [name: string, target: string]
  bind?: [source: string, target: string]
  /** Also joins the reverse proxy's network. */
  behindProxy?: boolean
  user?: string
  environment?: string[]
}
export type SampleProject = { project: string; folder: string; services: SampleService[] }

/** What people really run, so that a screenshot looks like somebody's server. */
export const sampleProjects: SampleProject[] = [
  {
    project: 'shop',
    folder: '/srv/shop',
    services: [
      {
        service: 'web',
        image: 'nginx:1.27',
        command: ['nginx', '-g', 'daemon off;'],
        publish: [[8080, 80]],
        checked: true,
        behindProxy: true,
      },
      {
        service: 'api',
        image: 'registry.example.net/shop/api:42',
        command: ['node', 'server.js'],
        expose: [3000],
        checked: true,
        user: 'node',
        environment: ['NODE_ENV=production', 'DATABASE_URL=postgres://shop:secret@db/shop'],
      },
      { service: 'worker', image: 'registry.example.net/shop/worker:42', command: ['node', 'worker.js'], user: 'node' },
      {
        service: 'db',
        image: 'postgres:17',
        command: ['postgres'],
        expose: [5432],
        checked: true,
        volume: ['shop_pgdata', '/var/lib/postgresql/data'],
        environment: ['POSTGRES_DB=shop', 'POSTGRES_PASSWORD=secret'],
      },
      { service: 'cache', image: 'redis:7-alpine', command: ['redis-server'], expose: [6379], checked: true },
    ],
  },
  {
    project: 'proxy',
    folder: '/srv/proxy',
    services: [
      {
        service: 'caddy',
        image: 'caddy:2.9',
        command: ['caddy', 'run'],
        publish: [
          [80, 80],
          [443, 443],
        ],
        volume: ['caddy_data', '/data'],
        behindProxy: true,
      },
      {
        service: 'manager',
        image: 'ghcr.io/example/proxy-manager:1.4',
        command: ['/app/manager'],
        publish: [[8181, 8080]],
        checked: true,
        bind: ['/var/run/docker.sock', '/var/run/docker.sock'],
        user: '1000:1000',
      },
    ],
  },
  {
    project: 'monitoring',
    folder: '/srv/monitoring',
    services: [
      {
        service: 'prometheus',
        image: 'prom/prometheus:v3.1.0',
        command: ['/bin/prometheus'],
        publish: [[9090, 9090]],
        volume: ['prom_data', '/prometheus'],
      },
      {
        service: 'grafana',
        image: 'grafana/grafana:11.4.0',
        command: ['/run.sh'],
        publish: [[3001, 3000]],
        checked: true,
        behindProxy: true,
      },
      {
        service: 'node-exporter',
        image: 'prom/node-exporter:v1.8.2',
        command: ['/bin/node_exporter'],
        expose: [9100],
        bind: ['/proc', '/host/proc'],
      },
      { service: 'alertmanager', image: 'prom/alertmanager:v0.28.0', command: ['/bin/alertmanager'], expose: [9093] },
    ],
  },
  {
    project: 'git',
    folder: '/home/deploy/git',
    services: [
      {
        service: 'forgejo',
        image: 'codeberg.org/forgejo/forgejo:9',
        command: ['/usr/bin/entrypoint'],
        publish: [
          [2222, 22],
          [3000, 3000],
        ],
        checked: true,
        volume: ['forgejo_data', '/data'],
        behindProxy: true,
      },
      { service: 'runner', image: 'code.forgejo.org/forgejo/runner:6', command: ['forgejo-runner', 'daemon'] },
      {
        service: 'db',
        image: 'mariadb:11',
        command: ['mariadbd'],
        expose: [3306],
        checked: true,
        volume: ['forgejo_db', '/var/lib/mysql'],
      },
    ],
  },
  {
    project: 'media',
    folder: '/srv/media',
    services: [
      {
        service: 'jellyfin',
        image: 'jellyfin/jellyfin:10.10',
        command: ['/jellyfin/jellyfin'],
        publish: [[8096, 8096]],
        checked: true,
        bind: ['/srv/films', '/media'],
      },
      {
        service: 'photos',
        image: 'ghcr.io/immich-app/immich-server:v1.124.2',
        command: ['start.sh'],
        publish: [[2283, 2283]],
        checked: true,
        behindProxy: true,
      },
      {
        service: 'photos-ml',
        image: 'ghcr.io/immich-app/immich-machine-learning:v1.124.2',
        command: ['./start.sh'],
        checked: true,
      },
    ],
  },
]

/** Containers of no project, as `docker run` leaves them behind. */
export const sampleLoners: SampleService[] = [
  { service: 'determined_hopper', image: 'alpine:3.21', command: ['sh'] },
  { service: 'registry', image: 'registry:2', command: ['/entrypoint.sh'], publish: [[5000, 5000]] },
  {
    service: 'backup-nightly',
    image: 'restic/restic:0.17.3',
    command: ['restic', 'backup', '/data'],
    bind: ['/srv', '/data'],
  },
  {
    service: 'dns',
    image: 'adguard/adguardhome:v0.107.55',
    command: ['/opt/adguardhome/AdGuardHome'],
    publish: [[53, 53]],
  },
  { service: 'portscan', image: 'instrumentisto/nmap:7.95', command: ['nmap', '-sT', 'localhost'] },
]
