// @ts-check

/**
 * A Rollup plugin that makes an entry import the main entry in place of a copy. A copy would have a
 * gate of its own, and in types a second interface `Register`, but a site adds its consent only to
 * the interface of the main entry. All that the presets use of the gate is in the main entry.
 */
export const importIndex = {
  name: 'import-index',
  /** @param {string} source */
  resolveId: source =>
    /^\.\/index\.ts$|^\.\.\/(gate|core)\/index\.ts$/.test(source)
      ? { id: './index.js', external: true }
      : null,
}

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
