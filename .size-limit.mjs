// @ts-check
// The size budgets, in bytes after brotli. Each limit is the ceiling of the design, not the present
// size; packages/README.md says what has no row.

import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { PRESETS } from './scripts/build/file-names.mjs'

const DIST = 'packages/consent/dist'

/** @param {string} name A file of the script tag, without `.js`. */
const pathOf = name => `${DIST}/script/${name}.js`

/**
 * Returns the largest of several sets of files of the script tag.
 *
 * @param {readonly (readonly string[])[]} sets
 * @returns {readonly string[]}
 */
const largest = sets => {
  const sizeOf = (/** @type {readonly string[]} */ names) =>
    names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(pathOf(name))).length, 0)
  return sets.reduce((one, other) => (sizeOf(one) < sizeOf(other) ? other : one))
}

/**
 * Returns the row of built files of the script tag, which are measured as they are.
 *
 * @param {string} name
 * @param {number} limit
 * @param {readonly string[]} files Without `.js`. If a name has a `*`, it stands for the language,
 *   and the row measures the largest language.
 */
const files = (name, limit, ...files) => ({
  name,
  path: largest(
    ['en', 'ko', 'ja'].map(language => files.map(file => file.replace('*', language))),
  ).map(pathOf),
  limit: `${limit} B`,
  brotli: true,
  disablePlugins: ['@size-limit/esbuild'],
})

/** The files that the npm entries load late. */
const LATE = ['*/inspect.js', '*/start.js', '*/unblock.js']

/**
 * Returns the row of an import from an entry of the npm package, bundled with its libraries. The
 * bundle is a module, as sites' bundlers write it, so a late file stays an `import()` without the
 * code by which esbuild's default format would replace it.
 *
 * @param {string} name
 * @param {number} limit
 * @param {string} entry
 * @param {{ import?: string, ignore?: readonly string[] }} options
 */
const npm = (name, limit, entry, options) => ({
  ...{ name: `npm: ${name}`, path: `${DIST}/${entry}.js` },
  ...{ limit: `${limit} B`, brotli: true, ...options },
  modifyEsbuildConfig: (/** @type {object} */ config) => ({ ...config, format: 'esm' }),
})

const [[preset = '']] = Object.entries(PRESETS).filter(
  ([, file]) => file === largest(Object.values(PRESETS).map(name => [name]))[0],
)

export default [
  files('consent.js, all that a returning visitor loads', 14_592, 'consent'),
  files('all of a first visit', 20_224, 'consent', 'ui.*'),
  files('the preferences with preact, more', 10_752, 'preferences', 'preferences.*'),
  files("the browser's guide, more", 5632, 'guide', 'guide.*'),
  files('the sections of a policy page, more', 6144, 'sections', 'sections.*', 'details.*'),
  files("a blocked iframe's placeholder, more", 3584, 'placeholder', 'placeholder.*'),
  files('what starts a tag of Google, after a grant, more', 2304, 'start'),
  files('the explanation of a mistake, where there is one, more', 9216, 'explain'),
  files('the inspector, where a developer asks for it, more', 8192, 'inspect'),
  npm('createConsent alone, libraries in', 5632, 'index', {
    import: '{ createConsent }',
    ignore: LATE,
  }),
  npm('with googleAnalytics, what is loaded at the start', 13_056, 'index', {
    import: '{ createConsent, googleAnalytics }',
    ignore: LATE,
  }),
  npm(`the largest preset, ${preset}, more, without words`, 896, 'services', {
    import: `{ ${preset.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())} }`,
    ignore: ['./index.js', './parts/services-*'],
  }),
  npm('/vue, more', 512, 'vue', { ignore: ['vue'] }),
  npm('/react, more', 512, 'react', { ignore: ['react'] }),
]
