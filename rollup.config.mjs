import dts from 'rollup-plugin-dts'
import { compile, onwarn, resolve } from './scripts/build/compile.mjs'
import { directive } from './scripts/build/directive.mjs'
import { documents } from './scripts/build/documents.mjs'
import { chunkName, partName } from './scripts/build/file-names.mjs'
import { importIndex } from './scripts/build/import-index.mjs'
import { integrity } from './scripts/build/integrity.mjs'
import { keepLicences } from './scripts/build/keep-licences.mjs'
import { keepProperties } from './scripts/build/keep-properties.mjs'
import { loadBeside } from './scripts/build/load-beside.mjs'
import { compileHint, minify } from './scripts/build/minify.mjs'
import { asWhole, saying } from './scripts/build/report.mjs'
import { setAlone } from './scripts/build/set-alone.mjs'
import { useHanded } from './scripts/build/use-handed.mjs'
import { wayIn } from './scripts/build/way-in.mjs'
import { writeNotices } from './scripts/build/write-notices.mjs'

const SOURCE = 'packages/consent/src'
const DIST = 'packages/consent/dist'
/**
 * Libraries that the npm entries import from the site's own packages. js-cookie is bundled instead,
 * because EasyList Cookie blocks files named js-cookie-….js, a name that a site's bundler may
 * choose.
 *
 * @see https://github.com/easylist/easylist/blob/master/easylist_cookie/easylist_cookie_general_block.txt
 */
const EXTERNAL = ['nanostores', /^preact(\/|$)/, 'vue', 'react']

const licences = keepLicences()

/**
 * Returns a row of npm entries that share files.
 *
 * @param {readonly string[]} entries
 * @param {readonly import('rollup').Plugin[]} plugins
 * @param {string} prefix What the names of the row's files begin with, where rows have the same ones.
 */
const npm = (entries, plugins = [], prefix = '') => ({
  input: Object.fromEntries(entries.map(entry => [entry, `${SOURCE}/${entry}.ts`])),
  external: EXTERNAL,
  onwarn,
  plugins: [resolve, setAlone, compile, wayIn('npm'), keepLicences(), ...plugins],
  // Imports of unused libraries are removed, because importing a library has no effect.
  treeshake: { moduleSideEffects: 'no-external' },
  output: {
    dir: DIST,
    format: 'es',
    chunkFileNames: (/** @type {import('rollup').PreRenderedChunk} */ chunk) =>
      partName(chunk).replace('/', `/${prefix}`),
    hoistTransitiveImports: false,
    banner: directive,
  },
})

/**
 * Returns the row of an entry's declarations: one file.
 *
 * @param {string} entry
 * @param {readonly import('rollup').Plugin[]} plugins
 */
const declarations = (entry, plugins = []) => ({
  input: `${SOURCE}/${entry}.ts`,
  external: EXTERNAL,
  onwarn,
  plugins: [
    ...plugins,
    ...[resolve, dts({ tsconfig: 'packages/consent/tsconfig.json', respectExternal: true })],
  ],
  output: { file: `${DIST}/${entry}.d.ts`, format: 'es' },
})

/**
 * Returns the row of a file that consent.js loads when the file is needed. Each file is built alone,
 * so that they share no file and a page loads only what it needs.
 *
 * @param {string} name
 * @param {string} source The module, without its ending.
 * @param {readonly import('rollup').Plugin[]} plugins
 */
const late = (name, source, plugins = []) => ({
  input: { [name]: `${SOURCE}/${source}.ts` },
  preserveEntrySignatures: 'allow-extension',
  onwarn,
  plugins: [...plugins, resolve, compile, wayIn('tag'), ...minify, licences, integrity],
  output: {
    dir: `${DIST}/script`,
    format: 'es',
    chunkFileNames: chunkName,
    generatedCode: 'es2015',
  },
})

/** The row of consent.js, the script tag. */
const tag = {
  input: `${SOURCE}/script/tag.ts`,
  onwarn,
  plugins: [
    ...[loadBeside, resolve, setAlone, compile, wayIn('tag'), keepProperties('form', 'isLook')],
    ...[...minify, compileHint],
    ...[licences, integrity, documents],
  ],
  output: {
    // A folder instead of a file, because integrity.json is written, too.
    dir: `${DIST}/script`,
    entryFileNames: 'consent.js',
    format: 'iife',
    generatedCode: 'es2015',
    // `consentFolder` is the folder of consent.js, which tag.ts sets. The `try` catches every error
    // of the start, such as those of libraries on pages that have changed built-in functions; then
    // `consentRefuse` of refuse-first.ts blocks Google. `Object` is the browser's own, also where
    // the page has a global of that name.
    intro: 'let consentFolder, consentRefuse; try { const { constructor: Object } = {};',
    outro:
      '} catch (error) { try { consentRefuse(); console.warn("[SpaceONE Consent] not-started", error) } catch {} }',
  },
}

export default asWhole([
  ...saying('the npm package', [
    // The entry for tests has its own copy of the store. Built together with the other entries, it
    // would move the store from the main entry to a shared file: one more request for every site.
    npm(['testing']),
    // So would the inventory, for Node.
    npm(['inventory'], [], 'inventory-'),
    npm(['index', 'ui', 'guide', 'evidence', 'server', 'vue', 'react'], [writeNotices]),
  ]),
  ...saying('the types of the npm package', [
    ...['index', 'ui', 'guide', 'evidence', 'inventory', 'server'].map(entry =>
      declarations(entry),
    ),
    ...['vue', 'react', 'testing'].map(entry => declarations(entry, [importIndex])),
  ]),
  ...saying('consent.js', [tag]),
  ...saying('the files that consent.js loads', [
    // The view: the banner with its words, a file per language, and the other layers. These files
    // use helpers of consent.js.
    late('ui.en', 'ui/tag/ui.en', [useHanded]),
    late('ui.ko', 'ui/tag/ui.ko', [useHanded]),
    late('ui.ja', 'ui/tag/ui.ja', [useHanded]),
    late('preferences', 'ui/tag/start-tag-layers', [useHanded]),
    late('placeholder', 'ui/placeholder/start-placeholders'),
    late('evidence', 'evidence/start-delivery'),
    late('start', 'gate/google/start-google'),
    late('unblock', 'gate/blocked-markup/unblock'),
    late('explain', 'script/explain', [keepProperties('form', 'isLook', 'expected')]),
  ]),
])
