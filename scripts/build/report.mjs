// @ts-check
import { rmSync } from 'node:fs'
import { AUDIT, beginBuild, SDK } from '../lib/built.mjs'

/** @typedef {{ plugins: unknown[] }} Row A Rollup configuration: a row of rollup.config.mjs. */

/**
 * Returns the rows. When its build starts, the first row prints the name of what is built.
 *
 * @param {string} what
 * @param {readonly Row[]} rows
 */
export const saying = (what, [first, ...rest]) => [
  {
    ...first,
    plugins: [
      { name: 'say', buildStart: () => console.error(`Building ${what} …`) },
      ...(first?.plugins ?? []),
    ],
  },
  ...rest,
]

/**
 * Makes the first row of rollup.config.mjs delete the output of earlier builds, and the last row
 * write the note that the build is complete, see `isBuilt`.
 *
 * @param {readonly Row[]} rows
 */
export const asWhole = rows => {
  const builds = [SDK, AUDIT]
  const empty = () => {
    for (const { output } of builds) rmSync(output, { recursive: true, force: true })
  }
  const notes = builds.map(beginBuild)
  const noteBuilt = () => {
    for (const note of notes) note()
  }
  rows[0]?.plugins.unshift({ name: 'empty', buildStart: empty })
  rows.at(-1)?.plugins.push({ name: 'note-built', writeBundle: noteBuilt })
  return rows
}
