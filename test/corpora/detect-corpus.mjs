// @ts-check
// `npm run detect-corpus -- DIR` compares the browser detection with labelled user agents in a
// folder. `--list` prints each user agent whose browser is detected wrongly. The command fails if
// less than 99 % are right, or if a current browser, or an app from Korea or Japan, gets the menus of
// another browser. Public collections, each with a commit and what to copy:
// - ua-parser/uap-core e3c5e63: tests/test_ua.yaml
// - matomo-org/device-detector 3856a28: Tests/fixtures, Tests/Parser/Client/fixtures
// - faisalman/ua-parser-js 18d39b5: test/data/ua/browser, test/data/ua/extension
// - bowser-js/bowser cf397a4: test/acceptance
// - shalanah/inapp-spy 5a9065e: src/tests
// - nielsbasjes/yauaa eb28d67: analyzer/src/main/resources/UserAgents, without Broken…, Hackers…, Anonym…
// - browscap/browscap 6c0c920: tests/issues

import { prepare } from '../../scripts/lib/prepare.mjs'
import { score } from './score.mjs'

const [, , folder = '.', list] = process.argv
await prepare()
const guide = await import('../../packages/consent/dist/guide.js')
const known = Object.keys((await guide.loadGuideText('en')).rows)
const results = score(guide, known, folder)

if (list) for (const { isRight, line } of results) if (!isRight) console.log(line)
/** @type {(name: string, some: typeof results) => number} */
const print = (name, some) => {
  const right = some.filter(({ isRight }) => isRight).length
  const share = (100 * right) / some.length
  console.log(`${name.padEnd(18)} ${right} of ${some.length} (${share.toFixed(2)} %)`)
  return share
}
for (const name of [...new Set(results.map(({ id }) => id))].sort())
  print(
    name,
    results.filter(({ id }) => id === name),
  )
const ours = results.filter(({ id }) => id !== 'other')
const current = results.filter(({ isToday }) => isToday)
const shares = [print('all but other', ours), print('of these, current', current)]
const misled = results.filter(({ isMisled }) => isMisled)
for (const { line } of misled) console.log(`The menus of another browser: ${line}`)
process.exit(Math.min(...shares) >= 99 && misled.length === 0 ? 0 : 1)
