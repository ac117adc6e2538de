// @ts-check
// Type-checks every package, then tests and scripts.

import { run } from './lib/run.mjs'

const PROJECTS = [
  'packages/core',
  'packages/gate',
  'packages/guide',
  'packages/ui',
  'packages/sdk',
  'test',
]

let failed = 0
for (const project of PROJECTS)
  if ((await run('npx', ['tsc', '--project', project])) !== 0) failed += 1
process.exit(failed)
