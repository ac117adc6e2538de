// @ts-check
// Audits the portal and the console example, each with its inventory, and writes the reports to
// examples/portal/audit. The portal's pages then link the portal's report.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildConsole, serveConsole } from './console.mjs'
import { BROWSERS, installBrowsers } from './lib/browsers.mjs'
import { prepare } from './lib/prepare.mjs'

/** The folder of the reports. */
const REPORTS = fileURLToPath(new URL('../examples/portal/audit', import.meta.url))

const POLICY = { version: '2024-01-18', url: '/en/privacy.html' }

await prepare()
if (!(await installBrowsers())) process.exit(1)
if ((await buildConsole()) !== 0) process.exit(1)

// Import modules here and not at the top: in a fresh clone only `prepare` installs and builds them.
const { startPortalServer } = await import('./portal-server.mjs')
const { googleAnalytics, googleTagManager } = await import('@spaceone/consent')
const { inventoryOf } = await import('@spaceone/consent/inventory')
const { audit, exitCodeOf, judge, sealEvidence, toHtml, toJson, toTerminal } = await import(
  '../packages/audit/dist/index.js'
)

const portal = await startPortalServer({ port: 0 })
const console_ = await serveConsole(0)

/** The sites, and the services that each declares. */
const SITES = [
  {
    name: 'portal',
    url: `${portal.address}/en/`,
    services: [googleAnalytics({ id: 'G-PORTAL2024', server: '/google' })],
  },
  {
    name: 'console',
    url: `${console_.address}/sign-in`,
    services: [
      googleAnalytics({ id: 'G-CONSOLE2024', server: '/google', loadScript: false }),
      googleTagManager({ id: 'GTM-CONSOLE', server: '/google', loadScript: false }),
    ],
  },
]

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
let worst = 0
for (const { name, url, services } of SITES) {
  const inventory = await inventoryOf({ policy: POLICY, categories: { analytics: { services } } })
  const seen = await audit({ urls: [url], browserPath: BROWSERS.chromium.path })
  const verdict = judge(seen, inventory)
  /** @type {Record<string, string>} */
  const reports = {}
  for (const language of /** @type {const} */ (['en', 'ko', 'ja']))
    reports[`${name}.${language}.html`] = toHtml(verdict, language)
  for (const [file, report] of Object.entries(reports)) writeFileSync(`${REPORTS}/${file}`, report)
  writeFileSync(`${REPORTS}/${name}.zip`, sealEvidence({ seen, inventory, reports }))
  writeFileSync(`${REPORTS}/${name}.json`, toJson(verdict))
  console.log(toTerminal(verdict))
  worst = Math.max(worst, exitCodeOf(verdict))
}
await portal.close()
console_.close()
process.exit(worst)
