// @ts-check
// Measures what the SDK costs a page. `npm run benchmark` runs both parts, `npm run benchmark --
// start-up` one of them. Benchmarks measure time, so `npm test` does not run them.
//
// interceptors  the same work of a page with and without the SDK, in turn;
//               `--assert` fails when the interceptors cost more than their limit
// start-up      files, time and memory of a visit beside two other consent tools; `--visits 15`
//               measures each site fifteen times, `--json` prints the figures as JSON

import { parseArgs } from 'node:util'
import { prepare } from './lib/prepare.mjs'

const PARTS = ['interceptors', 'start-up']
/**
 * The default number of times that the part `start-up` measures each site. With fewer, the medians
 * vary too much.
 */
const VISITS = 9

/**
 * @param {string} message
 * @returns {never}
 */
const stop = message => {
  console.error(message)
  process.exit(1)
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    assert: { type: 'boolean' },
    json: { type: 'boolean', default: false },
    visits: { type: 'string', default: `${VISITS}` },
  },
})
for (const part of positionals)
  if (!PARTS.includes(part))
    stop(`The benchmark has no part "${part}". Expected ${PARTS.join(' or ')}.`)
const parts = positionals.length > 0 ? positionals : PARTS
const visits = Number(options.visits)
if (!Number.isInteger(visits) || visits < 1)
  stop(`--visits is "${options.visits}". Expected a whole number from 1, such as ${VISITS}.`)

await prepare()
// Import the parts here and not at the top: in a fresh clone only `prepare` installs the packages
// that they need.
const { measureInterceptors } = await import('./benchmark/interceptors.mjs')
const { measureStartUp } = await import('./benchmark/start-up.mjs')

const isOver = parts.includes('interceptors') && (await measureInterceptors())
if (parts.includes('start-up')) await measureStartUp(visits, options.json)
process.exit(isOver && options.assert ? 1 : 0)
