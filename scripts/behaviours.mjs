// @ts-check
// Which behaviour is shown where: reads what the suites have reported, and keeps the table in
// packages/README.md. `npm run behaviours` fails where a behaviour is shown by no test, a test names
// one that does not exist, or the table says something else; `npm run behaviours -- --write` writes it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const README = new URL('../packages/README.md', import.meta.url)
const TABLE = /(<!-- behaviours -->\n)[\s\S]*?(<!-- \/behaviours -->)/
const ENGINES = ['Node', 'Chromium', 'Firefox', 'WebKit']

/** @typedef {{ title: string, engine: string, passed: boolean }} Test */

/** @param {string} path */
const read = path => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))

/**
 * @param {string} suite
 * @param {string} engine
 * @returns {Test[]}
 */
const ofVitest = (suite, engine) =>
  read(`test/results/${suite}.json`).testResults.flatMap(
    (/** @type {any} */ { assertionResults }) =>
      assertionResults.map((/** @type {any} */ { title, status }) => ({
        title,
        engine,
        passed: status === 'passed',
      })),
  )

/**
 * @param {any} suite
 * @returns {Test[]}
 */
const ofPlaywright = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(ofPlaywright),
  ...specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests.map((/** @type {any} */ { projectName, status }) => ({
      title,
      engine: projectName.startsWith('firefox') ? 'Firefox' : 'Chromium',
      // `flaky` has passed in the end; the suite counts it as a failure itself.
      passed: status === 'expected',
    })),
  ),
]

/** @param {string} suite */
const isTriedAlone = suite =>
  existsSync(new URL(`../test/results/${suite}-alone.json`, import.meta.url))

/** What has failed among the others and has passed alone. */
const alone = [
  ...(isTriedAlone('browsers') ? ofPlaywright(read('test/results/browsers-alone.json')) : []),
  ...(isTriedAlone('webkit') ? ofVitest('webkit-alone', 'WebKit') : []),
].filter(({ passed }) => passed)

const tests = [
  ...ofVitest('unit', 'Node'),
  ...ofVitest('receiver', 'Node'),
  ...ofPlaywright(read('test/results/browsers.json')),
  ...ofVitest('webkit', 'WebKit'),
].map(
  test => alone.find(({ title, engine }) => title === test.title && engine === test.engine) ?? test,
)

/** @type {Record<string, string>} */
const behaviours = read('test/behaviours.json')

/**
 * The numbers at the end of a title: `… [23, 57]`.
 *
 * @param {string} title
 */
const numbersOf = title => /\[(\d+(?:, \d+)*)\]$/.exec(title)?.[1]?.split(', ') ?? []

const unknown = tests.flatMap(({ title }) =>
  numbersOf(title).some(number => !(number in behaviours)) ? [title] : [],
)
const unshown = Object.keys(behaviours).filter(
  number => !tests.some(({ title }) => numbersOf(title).includes(number)),
)

/**
 * @param {string} number
 * @param {string} engine
 */
const cell = (number, engine) => {
  const shown = tests.filter(
    test => test.engine === engine && numbersOf(test.title).includes(number),
  )
  if (shown.length === 0) return ''
  return shown.every(({ passed }) => passed) ? 'pass' : '**fail**'
}

const rows = Object.entries(behaviours).map(
  ([number, name]) =>
    `| ${number} | ${name} | ${ENGINES.map(engine => cell(number, engine)).join(' | ')} |`,
)
const head = `| | behaviour | ${ENGINES.join(' | ')} |\n|--:|---|${':-:|'.repeat(ENGINES.length)}`
const before = readFileSync(README, 'utf8')
const after = before.replace(
  TABLE,
  (_, start, end) => `${start}${head}\n${rows.join('\n')}\n${end}`,
)

/** @type {string[]} */
const faults = [
  ...unknown.map(title => `names a behaviour that test/behaviours.json does not have: ${title}`),
  ...unshown.map(number => `no test shows behaviour ${number}: ${behaviours[number]}`),
]
if (process.argv.includes('--write')) writeFileSync(README, after)
else if (after !== before)
  faults.push('packages/README.md says something else: npm run behaviours -- --write')

for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
