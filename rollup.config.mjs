import { readFileSync } from 'node:fs'
import dts from 'rollup-plugin-dts'
import { compile, compileIn, onwarn, resolve } from './scripts/build/compile.mjs'
import { directive } from './scripts/build/directive.mjs'
import { documents } from './scripts/build/documents.mjs'
import { chunkName, loneChunk, partName } from './scripts/build/file-names.mjs'
import { importIndex } from './scripts/build/import-index.mjs'
import { integrity } from './scripts/build/integrity.mjs'
import { keepLicences } from './scripts/build/keep-licences.mjs'
import { keepProperties } from './scripts/build/keep-properties.mjs'
import { loadBeside } from './scripts/build/load-beside.mjs'
import { compileHint, minify } from './scripts/build/minify.mjs'
import { saying } from './scripts/build/report.mjs'
import { schemaFile } from './scripts/build/schema-file.mjs'
import { setAlone } from './scripts/build/set-alone.mjs'
import { setVersion } from './scripts/build/set-version.mjs'
import { passHanded, useHanded } from './scripts/build/use-handed.mjs'
import { wayIn } from './scripts/build/way-in.mjs'
import { writeNotices } from './scripts/build/write-notices.mjs'

const SOURCE = 'packages/consent/src'
const DIST = 'packages/consent/dist'
/**
 * The libraries that the npm entries do not contain, but import from the site's packages. js-cookie
 * is not in this list, so the entries contain js-cookie: a site's bundler could name a file
 * js-cookie-….js, and EasyList Cookie blocks files of this name.
 *
 * @see https://github.com/easylist/easylist/blob/master/easylist_cookie/easylist_cookie_general_block.txt
 */
const EXTERNAL = ['nanostores', /^preact(\/|$)/, 'vue', 'react']

const licences = keepLicences()

/**
 * Returns the Rollup configuration for npm entries that share files.
 *
 * @param {readonly string[]} entries
 * @param {readonly import('rollup').Plugin[]} plugins
 * @param {string} prefix The beginning of the names of the shared files, so that no other
 *   configuration writes files of the same names.
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
    manualChunks: loneChunk,
    onlyExplicitManualChunks: true,
    banner: directive,
  },
})

/**
 * Returns the configuration that writes the types of an entry into one `.d.ts` file.
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
 * The configuration that writes the types of the global of consent.js. A page with the script tag
 * has installed no package, so the file contains the types of nanostores too.
 */
const globalTypes = {
  ...declarations('script/global'),
  external: [],
  output: { file: `${DIST}/script/consent.d.ts`, format: 'es' },
}

/**
 * Returns the configuration for a file that consent.js loads late. Each late file is built alone,
 * so that no two late files share a third file, and a page loads only the code that it needs.
 *
 * @param {string} name
 * @param {string} source Path of the module, without the file ending.
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
    // A function below 200 bytes that two files need gets no file, and so no request, of its own.
    experimentalMinChunkSize: 200,
    generatedCode: 'es2015',
  },
})

/** The configuration for consent.js, the script tag. */
const tag = {
  input: `${SOURCE}/script/tag.ts`,
  onwarn,
  plugins: [
    ...[loadBeside, resolve, setAlone, compile, wayIn('tag'), passHanded],
    keepProperties('form', 'isLook'),
    ...[...minify, compileHint],
    ...[licences, integrity, documents],
  ],
  output: {
    // A folder and not a file, because this build also writes integrity.json.
    dir: `${DIST}/script`,
    entryFileNames: 'consent.js',
    format: 'iife',
    generatedCode: 'es2015',
    // Declares `consentFolder`, the folder of consent.js, which tag.ts sets. The `try` catches
    // every error of the start, such as the error of a library on a page that has changed built-in
    // functions. Then `consentRefuse` of refuse-first.ts blocks Google. The code in the `try` is in
    // a function, because terser does not inline functions that are declared directly in a block.
    // `Object` is the browser's own, even if the page has a global variable of this name.
    intro: 'let consentFolder, consentRefuse; try { (() => { const { constructor: Object } = {};',
    outro:
      '})() } catch (error) { try { consentRefuse(); console.warn("[SpaceONE Consent] not-started", error) } catch {} }',
  },
}

const AUDIT = 'packages/audit'
const auditPackage = JSON.parse(readFileSync(`${AUDIT}/package.json`, 'utf8'))
const auditInput = {
  external: [
    /^node:/,
    ...Object.keys(auditPackage.dependencies).map(name => new RegExp(`^${name}(/|$)`)),
  ],
  onwarn,
}

/** The entries of the audit's package for code. The entry `judge` loads no Playwright. */
const AUDIT_ENTRIES = ['index', 'judge']

/** Matches the modules that play an audit, which need Playwright. */
const PLAYS =
  /audit\/src\/((play|watch|sitemap)\/|audit\.ts|command\/(run-audit|audit-options|interruption)\.ts)/

/** Returns the shared file of a module of the audit; `undefined` for an entry. */
const auditChunk = (/** @type {string} */ id) => {
  if (/audit\/src\/(index|judge|command)\.ts$/.test(id)) return undefined
  return PLAYS.test(id) ? 'audit' : 'evidence'
}

/** The configurations for the audit, whose files contain the SDK. */
const auditRows = [
  {
    ...auditInput,
    input: [...AUDIT_ENTRIES, 'command'].map(name => `${AUDIT}/src/${name}.ts`),
    plugins: [
      ...[resolve, schemaFile('seen.schema.json'), compileIn(AUDIT)],
      setVersion('AUDIT_VERSION', auditPackage.version),
    ],
    output: {
      dir: `${AUDIT}/dist`,
      format: 'es',
      manualChunks: auditChunk,
      onlyExplicitManualChunks: true,
      hoistTransitiveImports: false,
      chunkFileNames: '[name].js',
    },
  },
  ...AUDIT_ENTRIES.map(name => ({
    ...auditInput,
    input: `${AUDIT}/src/${name}.ts`,
    plugins: [resolve, dts({ tsconfig: `${AUDIT}/tsconfig.json`, respectExternal: true })],
    output: { file: `${AUDIT}/dist/${name}.d.ts`, format: 'es' },
  })),
]

export default [
  ...saying('the npm package', [
    // The entry for tests has its own copy of the store. If it were built together with the other
    // entries, rollup would move the store from the main entry to a shared file, and every site
    // would need one more request.
    npm(['testing']),
    // The entry `inventory` has its own copies of the modules that it imports, so that rollup moves
    // none of them from the main entry to a shared file.
    npm(['inventory'], [], 'inventory-'),
    npm(['index', 'ui', 'guide', 'evidence', 'server', 'vue', 'react'], [writeNotices]),
  ]),
  ...saying('the types of the npm package', [
    ...['index', 'ui', 'guide', 'evidence', 'inventory', 'server'].map(entry =>
      declarations(entry),
    ),
    ...['vue', 'react', 'testing'].map(entry => declarations(entry, [importIndex])),
    globalTypes,
  ]),
  ...saying('consent.js', [tag]),
  ...saying('the files that consent.js loads', [
    // The view: the banner with its texts, one file for each language, and the file of the
    // preferences. These files use functions of consent.js.
    late('ui.en', 'ui/tag/ui.en', [useHanded]),
    late('ui.ko', 'ui/tag/ui.ko', [useHanded]),
    late('ui.ja', 'ui/tag/ui.ja', [useHanded]),
    late('preferences', 'ui/tag/start-tag-parts', [useHanded]),
    late('details', 'ui/words/describe-services'),
    late('placeholder', 'ui/placeholder/start-placeholders'),
    late('evidence', 'evidence/start-delivery'),
    late('start', 'gate/google/start-google'),
    late('unblock', 'gate/blocked-markup/unblock'),
    late('inspect', 'inspect/start-inspector'),
    late('explain', 'script/explain', [keepProperties('form', 'isLook', 'expected')]),
  ]),
  ...saying('the audit', auditRows),
]
