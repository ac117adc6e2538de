// @ts-check
// Measures what the SDK costs a page. `npm run benchmark` measures both parts, `npm run benchmark --
// start-up` one of them. It measures time, so it is no test: `npm test` does not run it.
//
//   interceptors  the same work of a page with and without the SDK, turn by turn;
//                 `--assert` fails where the interceptors cost more than their limit
//   start-up      bytes, time and memory beside two other tools; `--visits 15` visits
//                 each site fifteen times

import { parseArgs } from 'node:util'
import { prepare } from './lib/prepare.mjs'

const PARTS = ['interceptors', 'start-up']
/** How often each site of the start-up is visited: the medians of fewer visits say little. */
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
  options: { assert: { type: 'boolean' }, visits: { type: 'string', default: `${VISITS}` } },
})
for (const part of positionals)
  if (!PARTS.includes(part))
    stop(`The benchmark has no part "${part}". Expected ${PARTS.join(' or ')}.`)
const parts = positionals.length > 0 ? positionals : PARTS
const visits = Number(options.visits)
if (!Number.isInteger(visits) || visits < 1)
  stop(`--visits is "${options.visits}". Expected a whole number from 1, such as ${VISITS}.`)

await prepare()
// Imported late: a fresh clone has no packages before `prepare`.
const { measureInterceptors } = await import('./benchmark/interceptors.mjs')
const { measureStartUp } = await import('./benchmark/start-up.mjs')

const isOver = parts.includes('interceptors') && (await measureInterceptors())
if (parts.includes('start-up')) await measureStartUp(visits)
process.exit(isOver && options.assert ? 1 : 0)
