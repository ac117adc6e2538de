// @ts-check
// The size budgets, in bytes after brotli. The READMEs print them, see test/readme-sizes.test.ts.

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

/**
 * Returns the row of an import from an entry of the npm package, bundled with its libraries.
 *
 * @param {string} name
 * @param {number} limit
 * @param {string} entry
 * @param {{ import?: string, ignore?: readonly string[] }} options
 */
const npm = (name, limit, entry, options) => ({
  ...{ name: `npm: ${name}`, path: `${DIST}/${entry}.js` },
  ...{ limit: `${limit} B`, brotli: true, ...options },
})

export default [
  files('consent.js, all that a returning visitor loads', 14_000, 'consent'),
  ...languages(
    'all of a first visit, until the banner stands and after',
    { en: 19_368, ko: 19_624, ja: 19_656 },
    ...['consent', 'ui.*'],
  ),
  ...languages(
    'the preferences with preact, more',
    { en: 10_408, ko: 10_624, ja: 10_616 },
    ...['preferences', 'preferences.*'],
  ),
  ...languages(
    "the browser's guide, more",
    { en: 5120, ko: 5472, ja: 5504 },
    ...['guide', 'guide.*'],
  ),
  ...languages("the visitor's own record, more", { ko: 2384 }, 'record', 'record.*'),
  files('delivery, where something waits to be delivered, more', 2184, 'evidence'),
  files('the explanation of a mistake, where there is one, more', 8152, 'explain'),
  ...languages('the tables of cookies, more', { ko: 2816 }, 'stored', 'stored-table', 'stored.*'),
  ...languages(
    'the sections of a policy page, more',
    { en: 5296, ko: 5936, ja: 5936 },
    ...['sections', 'sections.*', 'details.*'],
  ),
  files("the details of a site's own services, more", 4400, 'details'),
  files('the blocks of a page, more', 1408, 'blocks'),
  ...languages(
    "a blocked iframe's placeholder, more",
    { ko: 3520 },
    'placeholder',
    'placeholder.*',
  ),
  npm('createConsent alone, libraries in', 5376, 'index', { import: '{ createConsent }' }),
  npm('with googleAnalytics, what is loaded at the start', 12_736, 'index', {
    import: '{ createConsent, googleAnalytics }',
    ignore: ['*/inspect.js', '*/start.js', '*/unblock.js'],
  }),
  npm('/vue, more', 512, 'vue', { ignore: ['vue'] }),
  npm('/react, more', 512, 'react', { ignore: ['react'] }),
  files('what starts a tag of Google, after a grant, more', 2304, 'start'),
  files('the unblocking of markup, where some waits, more', 1280, 'unblock'),
  files('the inspector, where a developer asks for it, more', 8192, 'inspect'),
]
