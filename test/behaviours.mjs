// @ts-check
// Reads the behaviours of test/behaviours.json, and finds the tests that show them.

import { readFileSync, writeFileSync } from 'node:fs'

/** @typedef {import('./read-report.mjs').Result} Result */

const NUMBERS = new URL('./behaviours.json', import.meta.url)
const LIST = new URL('./behaviours.md', import.meta.url)
const ENGINES = /** @type {const} */ (['Node', 'Chromium', 'Firefox', 'WebKit'])

const INTRODUCTION = `# Behaviours that tests show

Behaviours on which visitors and sites may rely, each with the engines in which tests show it: **N**ode (the unit tests and the tests of the receipt log), **C**hromium, **F**irefox, **W**ebKit. \`npm run test:full\` writes this list from its reports.
`

/** @type {Record<string, string>} */
const behaviours = JSON.parse(readFileSync(NUMBERS, 'utf8'))

/** @param {string} title A test's title, which ends with numbers of behaviours: `… [23, 57]`. */
const numbersOf = title => /\[(\d+(?:, \d+)*)\]$/.exec(title)?.[1]?.split(', ') ?? []

/**
 * Returns a message for each behaviour without a passed test, and for each title with an unknown
 * number.
 *
 * @type {(results: readonly Result[]) => string[]}
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
 * Writes test/behaviours.md: a line for each behaviour, with the first letters of the engines in
 * which a test of a full run shows it.
 *
 * @param {readonly Result[]} results
 */
export const writeBehaviours = results => {
  const lines = Object.entries(behaviours).map(([number, name]) => {
    const tests = results.filter(({ title }) => numbersOf(title).includes(number))
    const engines = ENGINES.filter(engine => tests.some(test => test.engine === engine))
    const failed = engines.filter(engine =>
      tests.some(test => test.engine === engine && test.outcome === 'failed'),
    )
    const passed = engines.filter(engine => !failed.includes(engine)).map(([letter]) => letter)
    return `- ${number}: ${name}. ${passed.join('')}${failed.map(one => ` **fails in ${one}**`).join('')}\n`
  })
  writeFileSync(LIST, `${INTRODUCTION}\n${lines.join('')}`)
}
