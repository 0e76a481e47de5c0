import { parseArgs } from 'node:util'
import { oddContainers } from './sample-engine/odd-containers.ts'
import { sampleContainers } from './sample-engine/sample-containers.ts'
import { stir } from './sample-engine/stir.ts'
import { startSampleEngine } from './sample-engine.ts'

const usage = `usage: sample-engine-cli [--containers N] [--seed N] [--socket PATH | --tcp] [--odd] [--lively]
Starts the sample engine, prints its address, and runs until SIGINT or SIGTERM.
  --odd     adds containers that no honest engine would report
  --lively  lets something happen every few seconds`

const { values } = parseArgs({
  options: {
    containers: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    socket: { type: 'string' },
    tcp: { type: 'boolean', default: false },
    odd: { type: 'boolean', default: false },
    lively: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else await run()

async function run(): Promise<void> {
  const count = Number(values.containers)
  const seed = Number(values.seed)
  if (!Number.isInteger(count) || count < 0 || !Number.isInteger(seed)) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  const engine = await startSampleEngine({
    containers: [...sampleContainers(count, seed), ...(values.odd ? oddContainers() : [])],
    ...(values.socket ? { listen: { kind: 'unix', path: values.socket } } : {}),
    ...(values.tcp ? { listen: { kind: 'tcp' } } : {}),
  })
  const still = values.lively ? stir(engine.containers, seed) : () => {}
  console.log(engine.address)
  const stop = () => {
    still()
    engine.close().catch((error: unknown) => {
      console.error(error)
      process.exitCode = 1
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
