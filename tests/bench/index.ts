import { cpus, totalmem } from 'node:os'
import { type BenchRow, megabytes, printRows } from './bench-row.ts'
import { benchDiagnosis } from './diagnosis-bench.ts'
import { benchEngine } from './engine-bench.ts'
import { benchWindow } from './window-bench.ts'

/** What of the design's table cannot be measured yet. */
const later: BenchRow[] = [
  { what: '20 servers, 5 of them dead', notMeasured: 'this version knows no servers' },
  { what: 'log flood, 60 s', notMeasured: 'this version shows no logs' },
]

const rows = [...(await benchEngine()), ...(await benchDiagnosis()), ...(await benchWindow()), ...later]
console.log(`Node ${process.version}, ${cpus().length} cores, ${megabytes(totalmem())}; medians unless told\n`)
printRows(rows)
