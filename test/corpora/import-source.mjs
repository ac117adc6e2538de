// @ts-check
import { buildSync } from 'esbuild'

/**
 * Bundles and imports a TypeScript source file with all of its imports.
 *
 * @param {string} entry Path of the file, from the root of the repository.
 * @returns {Promise<any>}
 */
export const importSource = entry => {
  const options = /** @type {const} */ ({ bundle: true, format: 'esm', write: false })
  const [bundle] = buildSync({ entryPoints: [entry], ...options }).outputFiles
  return import(`data:text/javascript,${encodeURIComponent(bundle?.text ?? '')}`)
}
