// @ts-check
// Type-checks every package, then tests, scripts and the receipt log.

import { installReceiptLog } from './lib/install-receipt-log.mjs'
import { run } from './lib/run.mjs'

const PROJECTS = ['packages/consent', 'test', 'examples/receipt-log']

let failed = (await installReceiptLog()) ? 0 : 1
for (const project of PROJECTS)
  if ((await run('npx', ['tsc', '--project', project])) !== 0) failed += 1
process.exit(failed)
