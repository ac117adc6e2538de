// @ts-check

/**
 * Returns a Rollup plugin that makes an entry import the main entry in place of a copy. A copy of
 * types would have a second interface `Register`, but a site adds its consent only to the interface
 * of the main entry; a copy of code would have a gate of its own.
 *
 * @param {RegExp} modules Matches the imports of modules of which the entry uses only what the main
 *   entry exports.
 * @returns {import('rollup').Plugin}
 */
const importIndexFor = modules => ({
  name: 'import-index',
  resolveId: source => (modules.test(source) ? { id: './index.js', external: true } : null),
})

/** The plugin for the types of an entry that imports the main entry. */
export const importIndex = importIndexFor(/^\.\/index\.ts$/)

/** The plugin for the presets: all that they use of core and gate is in the main entry. */
export const importIndexForPresets = importIndexFor(
  /^\.\/index\.ts$|^\.\.\/(gate|core)\/index\.ts$/,
)

/**
 * A Rollup plugin that makes the command import the entries `inventory` and `services`.
 *
 * @type {import('rollup').Plugin}
 */
export const importEntries = {
  name: 'import-entries',
  resolveId(source) {
    const [, entry] = /^\.\.\/(inventory|services)\.ts$/.exec(source) ?? []
    return entry ? { id: `./${entry}.js`, external: true } : null
  },
}
