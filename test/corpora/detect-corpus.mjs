// @ts-check
// `npm run detect-corpus -- DIR` compares the browser detection with labelled user agents in a
// folder; the README of src/guide names public collections. `--list` prints each user agent with
// another result. The command fails when less than 99 % are right.

import { importSource } from './import-source.mjs'
import { score } from './score.mjs'

const [, , folder = '.', list] = process.argv
const guide = await importSource('packages/consent/src/guide/index.ts')
const known = Object.keys((await guide.loadGuideText('en')).rows)
const { classes, current, differences, misled } = score(guide, known, folder)

if (list) console.log(`${differences.join('\n')}\n`)
/** @type {(name: string, sum: { all: number, right: number }) => number} */
const print = (name, { all, right }) => {
  const share = (100 * right) / all
  console.log(`${name.padEnd(18)} ${right} of ${all} (${share.toFixed(2)} %)`)
  return share
}
const ours = { all: 0, right: 0 }
for (const [id, sum] of Object.entries(classes).sort(([a], [b]) => (a < b ? -1 : 1))) {
  print(id, sum)
  ours.all += id === 'other' ? 0 : sum.all
  ours.right += id === 'other' ? 0 : sum.right
}
const shares = [print('all but other', ours), print('of these, current', current)]
for (const line of misled) console.log(`The menus of another browser: ${line}`)
process.exit(Math.min(...shares) >= 99 && misled.length === 0 ? 0 : 1)
