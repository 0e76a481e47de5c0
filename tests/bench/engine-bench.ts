import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#main/engine/connect.ts'
import { listContainers } from '#main/engine/containers.ts'
import { askApi, createPool } from '#tests/support/lab/api.ts'
import { createContainers, importBusybox } from '#tests/support/lab/containers.ts'
import { startDockerd } from '#tests/support/lab/dockerd.ts'
import { okValue } from '#tests/support/ok-value.ts'
import { type BenchRow, ms, rowsOf } from './bench-row.ts'
import { median, timeInTurn } from './timing.ts'

const root = join(import.meta.dirname, '../..')
const containers = 1_000

/** What is measured against a real dockerd with 1,000 containers. */
export function benchEngine(): Promise<BenchRow[]> {
  return rowsOf('a real dockerd with 1,000 containers', async () => {
    const dockerd = await startDockerd()
    try {
      await importBusybox(dockerd.socket)
      await createContainers(dockerd.socket, containers)
      return [
        ...(await rowsOf('list 1,000 containers in main', () => benchList(dockerd.socket))),
        ...(await rowsOf('gangway ps, the whole process', () => benchCommandLine(dockerd.socket))),
      ]
    } finally {
      await dockerd.stop()
    }
  })
}

async function benchList(path: string): Promise<BenchRow[]> {
  const engine = okValue(await connect({ kind: 'unix', path }))
  const agent = createPool(1)
  const raw = () => askApi(path, 'GET', `/v${engine.info.apiVersion}/containers/json?all=true`, { agent })
  const list = async () => okValue(await listContainers(engine, { all: true }))
  try {
    const [rawTimes = [], times = []] = await timeInTurn(25, [raw, list], 5)
    const reference = median(rawTimes)
    const ours = median(times)
    return [
      {
        what: 'list 1,000 containers in main',
        goal: '≤ 1.15 × raw http.get of the same bytes',
        ours: `${ms(ours)} (${(ours / reference).toFixed(2)} ×)`,
        reference: ms(reference),
        used: ours / reference / 1.15,
      },
    ]
  } finally {
    agent.destroy()
    engine.close()
  }
}

async function benchCommandLine(path: string): Promise<BenchRow[]> {
  if (!existsSync(join(root, 'out/cli/index.js'))) throw new Error('the command line is not built: npm run build')
  const env = { ...process.env, DOCKER_HOST: `unix://${path}` }
  const run = (file: string, argv: string[]) => async () => {
    const { status, stdout, stderr } = spawnSync(file, argv, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    if (status !== 0) throw new Error(`${file} ${argv.join(' ')}: exit ${status}: ${stderr}`)
    return stdout
  }
  const calls = [
    run(process.execPath, [join(root, 'bin/gangway.mjs'), 'ps', '--all']),
    run('docker', ['ps', '--all']),
    run(process.execPath, ['-e', '0']),
  ]
  const [ours = 0, docker = 0, node = 0] = (await timeInTurn(9, calls)).map(median)
  return [
    {
      what: 'gangway ps --all, the whole process, 1,000 containers',
      goal: '≤ docker ps --all + node -e 0',
      ours: ms(ours),
      reference: `${ms(docker)} + ${ms(node)}`,
      used: ours / (docker + node),
    },
  ]
}
