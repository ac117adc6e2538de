// @ts-check
// Reads the behaviours of test/behaviours.json, and finds the tests that show them.

import { readFileSync, writeFileSync } from 'node:fs'

/** @typedef {import('./read-report.mjs').Result} Result */

const NUMBERS = new URL('./behaviours.json', import.meta.url)
const TABLE = new URL('./behaviours.md', import.meta.url)
const ENGINES = /** @type {const} */ (['Node', 'Chromium', 'Firefox', 'WebKit'])

const INTRODUCTION = `# Behaviours and the tests that show them

Behaviours on which visitors and sites may rely, and the engines in which tests show each behaviour. \`npm run test:full\` writes this table from its reports. _Node_ means the unit tests and the tests of the receipt log.
`

/** @type {Record<string, string>} */
const behaviours = JSON.parse(readFileSync(NUMBERS, 'utf8'))

/**
 * @param {string} title A test's title, with the numbers of its behaviours at the end: `… [23,
 * 57]`.
 */
const numbersOf = title => /\[(\d+(?:, \d+)*)\]$/.exec(title)?.[1]?.split(', ') ?? []

/**
 * Returns a message for each behaviour without a passed test, and for each title with an unknown
 * number.
 *
 * @param {readonly Result[]} results
 * @returns {string[]}
 */
export const behaviourFaults = results => {
  const shown = results
    .filter(({ outcome }) => outcome !== 'failed')
    .flatMap(({ title }) => numbersOf(title))
  return [
    ...results
      .filter(({ title }) => numbersOf(title).some(number => !(number in behaviours)))
      .map(({ title }) => `This title names a behaviour that test/behaviours.json lacks: ${title}`),
    ...Object.entries(behaviours)
      .filter(([number]) => !shown.includes(number))
      .map(([number, name]) => `No passed test shows behaviour ${number}: ${name}`),
  ]
}

/**
 * Writes test/behaviours.md: a row for each behaviour, a column for each engine.
 *
 * @param {readonly Result[]} results Results of a full run. A cell is empty if no test in this
 *   engine shows the behaviour.
 */
export const writeBehaviours = results => {
  const rows = Object.entries(behaviours).map(([number, name]) => {
    const cells = ENGINES.map(engine => {
      const tests = results.filter(
        test => test.engine === engine && numbersOf(test.title).includes(number),
      )
      if (tests.length === 0) return ''
      return tests.some(({ outcome }) => outcome === 'failed') ? '**fail**' : 'pass'
    })
    return `| ${number} | ${name} | ${cells.join(' | ')} |\n`
  })
  const head = `| | behaviour | ${ENGINES.join(' | ')} |\n|--:|---|${':-:|'.repeat(ENGINES.length)}\n`
  writeFileSync(TABLE, `${INTRODUCTION}\n${head}${rows.join('')}`)
}
