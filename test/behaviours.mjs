// @ts-check
// Reads the behaviours of test/behaviours.json, and finds the tests that show them.

import { readFileSync } from 'node:fs'

/** @typedef {import('./read-report.mjs').Result} Result */

/** @type {Record<string, string>} */
const behaviours = JSON.parse(readFileSync(new URL('./behaviours.json', import.meta.url), 'utf8'))

/** @param {string} title A test's title, which ends with numbers of behaviours: `… [23, 57]`. */
const numbersOf = title => /\[(\d+(?:, \d+)*)\]$/.exec(title)?.[1]?.split(', ') ?? []

/**
 * Returns a message for each behaviour without a passed test.
 *
 * @type {(results: readonly Result[]) => string[]}
 */
export const behaviourFaults = results => {
  const shown = results
    .filter(({ outcome }) => outcome !== 'failed')
    .flatMap(({ title }) => numbersOf(title))
  return Object.entries(behaviours)
    .filter(([number]) => !shown.includes(number))
    .map(([number, name]) => `No passed test shows behaviour ${number}: ${name}`)
}

/**
 * Returns a message for each title that names an unknown behaviour.
 *
 * @type {(results: readonly Result[]) => string[]}
 */
export const titleFaults = results =>
  results
    .filter(({ title }) => numbersOf(title).some(number => !(number in behaviours)))
    .map(({ title }) => `This title names a behaviour that test/behaviours.json lacks: ${title}`)
