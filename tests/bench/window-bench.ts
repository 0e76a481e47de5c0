import { setTimeout as sleep } from 'node:timers/promises'
import { openDisplay } from '#tests/support/display.ts'
import { askApi } from '#tests/support/lab/api.ts'
import { sampleContainers } from '#tests/support/sample-engine/sample-containers.ts'
import { type SampleEngine, startSampleEngine } from '#tests/support/sample-engine.ts'
import { type BenchRow, megabytes, ms, rowsOf } from './bench-row.ts'
import { type BenchWindow, openEmpty, openGangway } from './electron-windows.ts'
import { rowSelector, scroll, untilPainted, watchPaint } from './page-probes.ts'
import { cpuShareOf, memoryOf } from './process-cost.ts'
import { median, quantile, timeCalls } from './timing.ts'

/** What a user sees and what it costs, in a real Electron window beside an empty one. */
export function benchWindow(): Promise<BenchRow[]> {
  return rowsOf('Electron windows', async () => {
    const { display, close } = await openDisplay()
    try {
      return [
        ...(await rowsOf('cold start', () => withEngine(1_000, (engine) => benchColdStart(display, engine)))),
        ...(await rowsOf('live, 1,000 containers', () => withEngine(1_000, (engine) => benchLive(display, engine)))),
        ...(await rowsOf('scroll 10,000 rows', () => withEngine(10_000, (engine) => benchScroll(display, engine)))),
      ]
    } finally {
      close()
    }
  })
}

async function withEngine(count: number, use: (engine: SampleEngine) => Promise<BenchRow[]>): Promise<BenchRow[]> {
  const engine = await startSampleEngine({ containers: sampleContainers(count) })
  try {
    return await use(engine)
  } finally {
    await engine.close()
  }
}

async function withWindow<T>(opening: Promise<BenchWindow>, use: (window: BenchWindow) => Promise<T>): Promise<T> {
  const window = await opening
  try {
    return await use(window)
  } finally {
    await window.close()
  }
}

const listPath = '/v1.51/containers/json?all=true'

async function rawList(engine: SampleEngine): Promise<number> {
  return median(await timeCalls(9, () => askApi(engine.address, 'GET', listPath)))
}

async function benchColdStart(display: string, engine: SampleEngine): Promise<BenchRow[]> {
  const start = (open: () => Promise<BenchWindow>, selector: string) => async () => {
    const began = Date.now()
    return withWindow(open(), async ({ page }) => (await untilPainted(page, selector)) - began)
  }
  const startGangway = start(() => openGangway(display, engine.address), rowSelector)
  const startEmpty = start(() => openEmpty(display), '#empty')
  const ours: number[] = []
  const empty: number[] = []
  for (let run = -1; run < 5; run++) {
    const pair = [await startGangway(), await startEmpty()] as const
    // The first pair fills the machine's file cache.
    if (run < 0) continue
    ours.push(pair[0])
    empty.push(pair[1])
  }
  const list = await rawList(engine)
  return [
    {
      what: 'cold start to first painted rows, 1,000 containers',
      goal: '≤ 1.5 × an empty Electron window + the list call',
      ours: ms(median(ours)),
      reference: `1.5 × ${ms(median(empty))} + ${ms(list)}`,
      used: median(ours) / (1.5 * median(empty) + list),
    },
  ]
}

async function benchLive(display: string, engine: SampleEngine): Promise<BenchRow[]> {
  return withWindow(openGangway(display, engine.address), async (window) => {
    await untilPainted(window.page, rowSelector)
    const cost = await withWindow(openEmpty(display), (empty) => benchCost(window, empty, engine))
    return [await benchEvents(window, engine), await benchPaintedList(window, engine), ...cost]
  })
}

/** The name of a container whose row is in the page. */
async function visibleName({ page }: BenchWindow): Promise<string> {
  const label = await page.locator(`${rowSelector} input[aria-label^="Select "]`).first().getAttribute('aria-label')
  return (label ?? '').replace(/^Select /, '')
}

function rowOf(name: string): string {
  return `${rowSelector}:has(input[aria-label="Select ${name}"])`
}

async function benchEvents(window: BenchWindow, engine: SampleEngine): Promise<BenchRow> {
  const name = await visibleName(window)
  engine.containers.start(name)
  await untilPainted(window.page, `${rowOf(name)} [aria-label="running"]`)
  const before = engine.requests.length
  const times: number[] = []
  for (let turn = 0; turn < 40; turn++) {
    const paused = turn % 2 === 0
    const watch = await watchPaint(window.page, `${rowOf(name)} [aria-label="${paused ? 'paused' : 'running'}"]`)
    const began = Date.now()
    if (paused) engine.containers.pause(name)
    else engine.containers.unpause(name)
    times.push((await watch.evaluate(({ painted }) => painted)) - began)
  }
  const asked = engine.requests.slice(before)
  const relists = asked.filter(({ path, query }) => path === '/containers/json' && isWhole(query)).length
  const worst = quantile(times, 0.95)
  return {
    what: 'engine event to row painted, 1,000 containers, p95',
    goal: '≤ 100 ms, and no relist',
    ours: `${ms(worst)}, ${relists} relists`,
    reference: `median ${ms(median(times))}`,
    used: worst / 100,
  }
}

/** The connection is lost, and when it is back every container has another name: every row is painted anew. */
async function benchPaintedList(window: BenchWindow, engine: SampleEngine): Promise<BenchRow> {
  const times: number[] = []
  for (let run = 0; run < 5; run++) {
    const name = await visibleName(window)
    const watch = await watchPaint(window.page, rowOf(`${name}x`))
    const before = engine.requests.length
    engine.events.hold()
    for (const { id, names } of engine.containers.list()) engine.containers.rename(id, `${names[0]}x`)
    engine.events.close()
    const painted = await watch.evaluate(({ painted }) => painted)
    // The diagnosis lists too, the running ones only.
    const asked = engine.requests.slice(before).find((seen) => seen.path === '/containers/json' && isWhole(seen.query))
    engine.events.release()
    times.push(painted - (asked?.at ?? Number.NaN))
  }
  const raw = await rawList(engine)
  const ours = median(times)
  return {
    what: 'list 1,000 containers to rows painted',
    goal: '≤ raw http.get of the same bytes + 60 ms',
    ours: ms(ours),
    reference: `${ms(raw)} + 60 ms`,
    used: ours / (raw + 60),
  }
}

function isWhole(query: string): boolean {
  return query === 'all=true'
}

const idleSeconds = 20

async function benchCost(window: BenchWindow, empty: BenchWindow, engine: SampleEngine): Promise<BenchRow[]> {
  await untilPainted(empty.page, '#empty')
  await sleep(3_000)
  const [ours, least] = [await memoryOf(window.pid), await memoryOf(empty.pid)]
  const before = engine.requests.length
  const [ourShare, leastShare] = await Promise.all([
    cpuShareOf(window.pid, idleSeconds * 1000),
    cpuShareOf(empty.pid, idleSeconds * 1000),
  ])
  const asked = engine.requests.slice(before).filter(({ path }) => path !== '/_ping').length
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  return [
    {
      what: 'memory, whole app, 1,000 containers',
      goal: '≤ an empty Electron window + 80 MB',
      ours: megabytes(ours),
      reference: `${megabytes(least)} + 80 MB`,
      used: ours / (least + 80_000_000),
    },
    {
      what: `idle and live for ${idleSeconds} s, 1,000 containers`,
      goal: '< 0.5 % of a core, no request but the keep-alive',
      ours: `${percent(ourShare)}, ${asked} requests`,
      reference: `${percent(leastShare)} empty window`,
      used: ourShare / 0.005,
    },
  ]
}

const tallList = `<div style="height:700px;overflow:auto"><div id="tall" style="height:300000px">empty</div></div>`

async function benchScroll(display: string, engine: SampleEngine): Promise<BenchRow[]> {
  const reference = await withWindow(openEmpty(display), async ({ page }) => {
    await page.setContent(tallList)
    return scroll(page, '#tall', '#tall', 300, 240)
  })
  const ours = await withWindow(openGangway(display, engine.address), async ({ page }) => {
    await untilPainted(page, rowSelector)
    return scroll(page, '#containers', rowSelector, 300, 240)
  })
  const budget = Math.max(16.7, quantile(reference.frames, 0.95))
  const frame = quantile(ours.frames, 0.95)
  return [
    {
      what: 'scroll 10,000 rows: most rows in the page',
      goal: '≤ 100',
      ours: String(ours.mostRows),
      reference: '',
      used: ours.mostRows / 100,
    },
    {
      what: 'scroll 10,000 rows: frame, p95',
      goal: '≤ 16.7 ms, or what an empty list takes here',
      ours: `${ms(frame)} (median ${ms(median(ours.frames))})`,
      reference: `${ms(quantile(reference.frames, 0.95))} empty list`,
      used: frame / budget,
    },
  ]
}
