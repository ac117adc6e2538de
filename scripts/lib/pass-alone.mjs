// @ts-check

import { readFileSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

/** How often each is tried. */
const ROUNDS = 3
/** More than these are no accident of a busy machine. */
const MOST = 5

/**
 * Tries browser tests that have failed among hundreds, now that the machine does nothing else. Several
 * browsers at a time may be slower than a test's patience; a fault is there alone, too.
 *
 * @param {readonly string[]} playwright The command that has run them.
 * @param {string} output Where it has left what it knows of its last run; its report of those that
 *   were tried alone comes beside it.
 * @returns How many there were, if every one has passed each time; else 0.
 */
export const passAlone = async (playwright, output) => {
  const failures = readFileSync(`${output}/.last-run.json`, 'utf8')
  const { length } = JSON.parse(failures).failedTests
  if (length > MOST) return 0
  const file = `${output}-failed.json`
  const options = ['--last-failed', `--last-failed-file=${file}`, `--output=${output}-alone`]
  for (let round = 0; round < ROUNDS; round += 1) {
    // It is written anew by each run.
    writeFileSync(file, failures)
    const command = [...playwright, ...options, '--workers=1', '--reporter=list,json']
    if ((await run('npx', command, { PLAYWRIGHT_JSON_OUTPUT_FILE: `${output}-alone.json` })) !== 0)
      return 0
  }
  console.warn(`\n${length} failed among the others and passed ${ROUNDS} times alone.`)
  return length
}
