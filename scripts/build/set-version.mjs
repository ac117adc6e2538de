// @ts-check

/**
 * A Rollup plugin that puts the version of a package in the place of a name.
 *
 * @param {string} name
 * @param {string} version
 * @returns {import('rollup').Plugin}
 */
export const setVersion = (name, version) => ({
  name: 'set-version',
  renderChunk: code => code.replaceAll(name, `'${version}'`),
})
