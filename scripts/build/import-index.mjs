// @ts-check

/**
 * A Rollup plugin that makes the declarations of an entry import those of the main entry instead of
 * copying them, because a site adds its consent to the one interface `Register` of the main entry.
 */
export const importIndex = {
  name: 'import-index',
  /** @param {string} source */
  resolveId: source => (source === './index.ts' ? { id: './index.js', external: true } : null),
}
