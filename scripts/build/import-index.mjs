// @ts-check

/**
 * A Rollup plugin that makes an entry's declarations import the declarations of the main entry in
 * place of a copy. A copy would have a second interface `Register`, but a site adds its consent
 * only to the interface of the main entry.
 */
export const importIndex = {
  name: 'import-index',
  /** @param {string} source */
  resolveId: source => (source === './index.ts' ? { id: './index.js', external: true } : null),
}
