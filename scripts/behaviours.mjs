// @ts-check
// The behaviours of test/behaviours.json, and the tests that show them.

import { readFileSync, writeFileSync } from 'node:fs'

/** @typedef {import('./lib/read-report.mjs').Result} Result */

const NUMBERS = new URL('../test/behaviours.json', import.meta.url)
const TABLE = new URL('../test/behaviours.md', import.meta.url)
const ENGINES = /** @type {const} */ (['Node', 'Chromium', 'Firefox', 'WebKit'])

const INTRODUCTION = `# What is shown where

What a visitor and a site may count on, and the engines in which tests show it. \`npm run test:full\` writes this table from its reports. _Node_ stands for the unit tests and those of the receipt log.
`

/** @type {Record<string, string>} */
const behaviours = JSON.parse(readFileSync(NUMBERS, 'utf8'))

/** @param {string} title With the numbers at its end: `… [23, 57]`. */
const numbersOf = title => /\[(\d+(?:, \d+)*)\]$/.exec(title)?.[1]?.split(', ') ?? []

/**
 * Lists the behaviours that no passed test shows, and the titles that name an unknown one.
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
 * @param {readonly Result[]} results Of a full run: an engine without a test has an empty cell.
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
