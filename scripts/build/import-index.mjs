// @ts-check

/**
 * A Rollup plugin for the declarations of an entry: they import the declarations of the main entry
 * and do not copy them. A copy would have a second interface `Register`, but a site adds its
 * consent only to the main entry's.
 */
export const importIndex = {
  name: 'import-index',
  /** @param {string} source */
  resolveId: source => (source === './index.ts' ? { id: './index.js', external: true } : null),
}
