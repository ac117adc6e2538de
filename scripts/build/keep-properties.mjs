// @ts-check

/** Matches a property of a row in the tables of options, as TypeScript's compiler writes it. */
const PROPERTY = /^ {8}(\w+): .*\n/gm

/**
 * Returns a Rollup plugin that removes from the tables of options the properties that a script file
 * does not read. For example, consent.js is built without `expected`. A bundler cannot remove these
 * properties, because the files read the rows by name.
 *
 * @param {readonly string[]} kept The properties that the file reads.
 * @returns {import('rollup').Plugin}
 */
export const keepProperties = (...kept) => ({
  name: 'keep-properties',
  transform(code, id) {
    if (!/\/options\/(attributes|npm-options)\.ts$/.test(id)) return null
    if (code.search(PROPERTY) < 0) throw new Error(`keep-properties found no row in ${id}`)
    const rest = code.replace(PROPERTY, (line, name) => (kept.includes(name) ? line : ''))
    return { code: rest, map: null }
  },
})
