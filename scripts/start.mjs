// @ts-check
// The main job: installs what is missing, builds, serves the examples and says where.

import { prepare } from './lib/prepare.mjs'

await prepare()
// Not at the top: a fresh clone has no packages before `prepare`.
const { startPortalServer } = await import('./portal-server.mjs')
try {
  const { PORT = '4321', REPORT: report } = process.env
  const { address } = await startPortalServer({ port: Number(PORT), report })
  console.log(`\nThe portal example is at ${address}  (stop with Ctrl+C)`)
  console.log('The console example, a front end in Vue: npm run console -- serve')
  if (report) console.log(`Its pages tell ${report} of each decision`)
  else console.log('A server that keeps the decisions: npm run receipt-log')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
