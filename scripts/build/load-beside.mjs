// @ts-check
import { lateName } from './file-names.mjs'

/**
 * A Rollup plugin that makes a classic script load its late files from its own folder. In a classic
 * script from another origin, `import()` has no base address, so the plugin puts the folder of
 * consent.js before the file name.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
 * @type {import('rollup').Plugin}
 */
export const loadBeside = {
  name: 'load-beside',
  resolveDynamicImport(specifier) {
    const file = typeof specifier === 'string' && lateName(specifier)
    return file ? { id: file, external: true } : null
  },
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId ? { left: 'import(consentFolder+', right: ')' } : null,
}
