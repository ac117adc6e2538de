// @ts-check
// The size budgets, in bytes after brotli. The README prints two of them, see
// test/readme-sizes.test.ts.

import { PRESETS } from './scripts/build/file-names.mjs'

const DIST = 'packages/consent/dist'

/**
 * Returns the row of built files of the script tag, which are measured as they are.
 *
 * @param {string} name
 * @param {number} limit
 * @param {readonly string[]} names Without `.js`.
 */
const files = (name, limit, ...names) => ({
  name,
  path: names.map(file => `${DIST}/script/${file}.js`),
  limit: `${limit} B`,
  brotli: true,
  disablePlugins: ['@size-limit/esbuild'],
})

/**
 * Returns the rows of a part that has a file for each language.
 *
 * @param {string} name
 * @param {Readonly<Record<string, number>>} limits By language.
 * @param {readonly string[]} names In which `*` stands for the language.
 */
const languages = (name, limits, ...names) =>
  Object.entries(limits).map(([language, limit]) =>
    files(`${name} (${language})`, limit, ...names.map(file => file.replace('*', language))),
  )

/** The files that the npm entries load late. Each has a row of its own. */
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

export default [
  files('consent.js, all that a returning visitor loads', 14_448, 'consent'),
  ...languages(
    'all of a first visit, until the banner stands and after',
    { en: 19_960, ko: 20_216, ja: 20_224 },
    ...['consent', 'ui.*'],
  ),
  ...languages(
    'the preferences with preact, more',
    { en: 10_528, ko: 10_744, ja: 10_736 },
    ...['preferences', 'preferences.*'],
  ),
  ...languages(
    "the browser's guide, more",
    { en: 5080, ko: 5424, ja: 5456 },
    ...['guide', 'guide.*'],
  ),
  ...languages("the visitor's own record, more", { ko: 2360 }, 'record', 'record.*'),
  files('delivery, where something waits to be delivered, more', 2176, 'evidence'),
  files('the explanation of a mistake, where there is one, more', 7936, 'explain'),
  ...languages('the tables of cookies, more', { ko: 2816 }, 'stored', 'stored-table', 'stored.*'),
  ...languages(
    'the sections of a policy page, more',
    { en: 5128, ko: 5776, ja: 5768 },
    ...['sections', 'sections.*', 'details.*'],
  ),
  files("the details of a site's own services, more", 4544, 'details'),
  files('the blocks of a page, more', 1224, 'blocks'),
  ...languages(
    "a blocked iframe's placeholder, more",
    { ko: 3520 },
    'placeholder',
    'placeholder.*',
  ),
  npm('createConsent alone, libraries in', 5456, 'index', {
    import: '{ createConsent }',
    ignore: LATE,
  }),
  npm('with googleAnalytics, what is loaded at the start', 12_960, 'index', {
    import: '{ createConsent, googleAnalytics }',
    ignore: LATE,
  }),
  ...Object.keys(PRESETS).map(preset =>
    npm(`the preset ${preset}, more, without words`, 700, 'services', {
      import: `{ ${preset.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())} }`,
      ignore: ['./index.js', './parts/services-*'],
    }),
  ),
  npm('/vue, more', 344, 'vue', { ignore: ['vue'] }),
  npm('/react, more', 440, 'react', { ignore: ['react'] }),
  files('what starts a tag of Google, after a grant, more', 2224, 'start'),
  files('the unblocking of markup, where some waits, more', 1280, 'unblock'),
  ...Object.values(PRESETS).map(file =>
    files(`the file ${file}.js, more, without words`, 1024, file),
  ),
  files('the inspector, where a developer asks for it, more', 7088, 'inspect'),
]
