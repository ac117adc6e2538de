// @ts-check
// Runs browser tests, after building what they use and what has changed since: `npm run e2e -- gate`
// runs test/e2e/gate.e2e.ts in Chromium. The arguments are Playwright's; `--project='firefox*'` runs
// the tests in Firefox instead.

import { readdirSync } from 'node:fs'
import { buildConsole } from './console.mjs'
import { installBrowsers } from './lib/browsers.mjs'
import { installReceiptLog } from './lib/install-receipt-log.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { startersBuilt } from './starters.mjs'

/**
 * What some test files need more than the script files and the npm package of the SDK. Each function
 * returns whether it is there, or an exit code.
 *
 * @type {readonly (readonly [files: RegExp, build: () => Promise<boolean | number>])[]}
 */
const NEEDS = [
  [/^(console|everywhere)\./, buildConsole],
  [/^starters\./, startersBuilt],
  [/^(real-pages|wrappers|client-routers)\./, () => run('node', ['test/bundle.mjs'])],
  [/^(receipt-log|server-cookies)\./, installReceiptLog],
]

const args = process.argv.slice(2)
const filters = args.filter(arg => !arg.startsWith('-')).map(filter => new RegExp(filter, 'i'))
const isAll = filters.length === 0

/** Returns what the chosen test files need. Playwright compares its filters with paths, too. */
const needed = () => {
  const files = readdirSync('test/e2e').filter(
    file => isAll || filters.some(filter => filter.test(`test/e2e/${file}`)),
  )
  return NEEDS.filter(([pattern]) => files.some(file => pattern.test(file))).map(
    ([, build]) => build,
  )
}

await prepare(builds => (needed().length > 0 ? builds.buildAll() : builds.buildSdk()))
if (!(await installBrowsers())) process.exit(1)
for (const build of needed()) if (![true, 0].includes(await build())) process.exit(1)

const inChromium = ['--project=chromium', '--project=whole chromium']
const projects = args.some(arg => arg.startsWith('--project')) ? [] : inChromium
const command = ['playwright', 'test', '--config', 'test/playwright.config.ts']
process.exit(await run('npx', [...command, ...projects, ...args]))
