// @ts-check
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const SOURCE = resolve('packages/consent/src')

/** The file of the sources that reads what consent.js hands to the view. */
const HANDED = `${SOURCE}/ui/tag/handed.ts`

/** The modules whose exports consent.js hands to the view. */
const MODULES = [
  ...['shared/own-document', 'shared/quietly', 'shared/own', 'shared/languages', 'options/warn'],
  ...['shared/to-json', 'shared/base64url'],
  ...['ui/view/is-opened', 'ui/view/ask-plainly', 'ui/view/mark-openers'],
].map(name => `${SOURCE}/${name}.ts`)

/**
 * A Rollup plugin for the view's files: `handed.ts`, which gets helpers from consent.js, takes the
 * place of their modules, so that no file of the view has a copy.
 */
export const useHanded = {
  name: 'use-handed',
  /** Throws when a module was moved, because the files of the view would get copies. */
  buildStart: () => {
    for (const file of MODULES) statSync(file)
  },
  /** @param {string} source @param {string} [importer] */
  resolveId: (source, importer = '') =>
    MODULES.includes(resolve(dirname(importer), source)) ? HANDED : null,
}
