// @ts-check
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const SOURCE = resolve('packages/consent/src')

/** The source file with the values that consent.js passes to the view. */
const HANDED = `${SOURCE}/ui/script-tag/handed.ts`

/** The modules whose exports consent.js passes to the view. */
const MODULES = [
  ...['shared/platform', 'shared/lazy', 'options/warn'],
  ...['ui/view/ask-plainly', 'ui/view/openers'],
].map(name => `${SOURCE}/${name}.ts`)

/**
 * A Rollup plugin for the view's files, except `details.js` and `placeholder.js`. It replaces the
 * imports of `MODULES` by imports of `handed.ts`, which gets the values from consent.js. So these
 * files have no copy of these modules.
 */
export const useHanded = {
  name: 'use-handed',
  /** Throws if a module was moved, because the view's files would then contain a copy. */
  buildStart: () => {
    for (const file of MODULES) statSync(file)
  },
  /** @param {string} source @param {string} [importer] */
  resolveId: (source, importer = '') =>
    MODULES.includes(resolve(dirname(importer), source)) ? HANDED : null,
}
