// @ts-check
import { readFileSync } from 'node:fs'
import replace from '@rollup/plugin-replace'
import dts from 'rollup-plugin-dts'
import { compile, compileIn, onwarn, resolve } from './compile.mjs'
import { documents } from './documents.mjs'
import { auditChunk, chunkName, lateName, loneChunk, PRESETS } from './file-names.mjs'
import { importEntries, importIndex } from './import-index.mjs'
import { integrity } from './integrity.mjs'
import { keepLicences } from './keep-licences.mjs'
import { loadBeside } from './load-beside.mjs'
import { compileHint, minify } from './minify.mjs'
import { schemaFile } from './schema-file.mjs'
import { useHanded } from './use-handed.mjs'

const SOURCE = 'packages/consent/src'
const DIST = 'packages/consent/dist'
const AUDIT = 'packages/audit'

/**
 * The libraries that the npm entries do not contain, but import from the site's packages. js-cookie
 * is not in this list, so the entries contain js-cookie: a site's bundler could name a file
 * js-cookie-….js, and EasyList Cookie blocks files of this name.
 *
 * @see https://github.com/easylist/easylist/blob/master/easylist_cookie/easylist_cookie_general_block.txt
 */
const EXTERNAL = ['nanostores', /^preact(\/|$)/, 'vue', 'react']

/** The licences of all script files, see `keepLicences`. */
const licences = keepLicences()

/**
 * Returns a Rollup plugin that puts constants in the place of their names.
 *
 * @param {Readonly<Record<string, string>>} values
 */
const constants = values =>
  replace({
    preventAssignment: true,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `'${value}'`])),
  })

/**
 * Returns the plugin that says which way in to the SDK a file belongs to, so that consent.js has no
 * code for options that no attribute can set, and no code for servers.
 *
 * @param {'tag' | 'npm'} way
 */
const wayIn = way => constants({ 'process.env.WAY_IN': way })

/**
 * Returns the row of npm entries that share files.
 *
 * @param {readonly string[]} entries
 * @param {string} prefix The beginning of the names of the shared files, so that no other row writes
 *   files of the same names.
 * @param {readonly import('rollup').Plugin[]} plugins
 */
export const npmEntries = (entries, prefix = '', plugins = []) => ({
  input: Object.fromEntries(entries.map(entry => [entry, `${SOURCE}/${entry}.ts`])),
  external: EXTERNAL,
  onwarn,
  plugins: [...plugins, resolve, compile, wayIn('npm'), keepLicences()],
  // Imports of which nothing is used are removed: importing a file or a library has no effect.
  treeshake: { moduleSideEffects: false },
  output: {
    dir: DIST,
    format: 'es',
    chunkFileNames: (/** @type {import('rollup').PreRenderedChunk} */ chunk) =>
      `parts/${prefix}${chunkName(chunk)}`,
    hoistTransitiveImports: false,
    manualChunks: loneChunk,
    onlyExplicitManualChunks: true,
    // The hooks of React run only in client components, see
    // https://react.dev/reference/rsc/use-client. rollup would remove this line from a source.
    banner: (/** @type {import('rollup').RenderedChunk} */ { name, isEntry }) =>
      isEntry && name === 'react' ? "'use client'" : '',
  },
})

/**
 * The row of the command, which imports the entries `inventory` and `services` as a site does. It is
 * one file with copies of what else it needs, and no browser loads it.
 */
export const commandFile = {
  input: `${SOURCE}/command.ts`,
  external: [/^node:/],
  onwarn,
  plugins: [importEntries, resolve, compileIn(`${SOURCE}/command`), wayIn('npm')],
  treeshake: { moduleSideEffects: (/** @type {string} */ id) => id.endsWith('src/command.ts') },
  output: { file: `${DIST}/command.js`, format: 'es', inlineDynamicImports: true },
}

/**
 * Returns the row that writes the types of an npm entry into one file.
 *
 * @param {string} entry
 * @param {readonly import('rollup').Plugin[]} plugins
 */
export const npmTypes = (entry, plugins = []) => ({
  input: `${SOURCE}/${entry}.ts`,
  external: EXTERNAL,
  onwarn,
  plugins: [
    ...plugins,
    resolve,
    dts({ tsconfig: 'packages/consent/tsconfig.json', respectExternal: true }),
  ],
  output: { file: `${DIST}/${entry}.d.ts`, format: 'es' },
})

/**
 * Returns the row for the types of an entry that adds to the types of the main entry.
 *
 * @param {string} entry
 */
export const typesOfAddition = entry => npmTypes(entry, [importIndex])

/**
 * The row for the types of the global of consent.js. A page with the script tag has installed no
 * package, so the file contains the types of nanostores too.
 */
export const globalTypes = {
  ...npmTypes('script/global'),
  external: [],
  output: { file: `${DIST}/script/consent.d.ts`, format: 'es' },
}

/** The row of consent.js, the script tag. */
export const consentJs = {
  input: `${SOURCE}/script/tag.ts`,
  onwarn,
  plugins: [
    loadBeside,
    resolve,
    compile,
    wayIn('tag'),
    ...minify,
    compileHint,
    licences,
    integrity,
    documents,
  ],
  output: {
    // A folder and not a file, because this row also writes integrity.json.
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

/**
 * Returns the row of files that a script loads late.
 *
 * @param {Readonly<Record<string, string>>} sources Paths of the modules, without the file ending,
 *   by the names of the files. No two of them may import the same module.
 * @param {readonly import('rollup').Plugin[]} plugins
 */
const lateFiles = (sources, plugins = []) => ({
  input: Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, `${SOURCE}/${source}.ts`]),
  ),
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

/**
 * Returns the row of a file that consent.js loads late. Each late file is built alone, so that no two
 * late files share a third file, and a page loads only the code that it needs.
 *
 * @param {string} name
 * @param {string} source Path of the module, without the file ending.
 * @param {readonly import('rollup').Plugin[]} [plugins]
 */
export const lateFile = (name, source, plugins) => lateFiles({ [name]: source }, plugins)

/**
 * Returns the row of a late file to which consent.js passes functions, see `useHanded`.
 *
 * @param {string} name
 * @param {string} source Path of the module, without the file ending.
 */
export const viewFile = (name, source) => lateFile(name, source, [useHanded])

/** The rows of the presets for the script tag: a classic script each, and what these load late. */
export const presetFiles = [
  ...Object.entries(PRESETS).map(([preset, file]) => ({
    input: `${SOURCE}/script/presets/${preset}.ts`,
    onwarn,
    plugins: [loadBeside, resolve, compile, wayIn('tag'), ...minify, licences, integrity],
    // Without the gate, which the function for the npm package imports.
    treeshake: { moduleSideEffects: (/** @type {string} */ id) => /script.presets/.test(id) },
    output: {
      dir: `${DIST}/script`,
      entryFileNames: `${file}.js`,
      format: 'iife',
      generatedCode: 'es2015',
      // Declares the folder of the file, as in consent.js.
      intro: "const consentFolder = document.currentScript.src.replace(/[^/]*([?#].*)?$/, '');",
    },
  })),
  lateFiles(
    Object.fromEntries(
      Object.keys(PRESETS)
        .flatMap(preset => [
          `services/entries/${preset}`,
          ...['en', 'ko', 'ja'].map(language => `words/${language}/services/${preset}`),
        ])
        .map(path => [`${lateName(`${path}.ts`)}`.replace('.js', ''), path]),
    ),
  ),
]

const { version, dependencies } = JSON.parse(readFileSync(`${AUDIT}/package.json`, 'utf8'))

/** What the rows of the audit have in common. The audit's files contain the SDK. */
const audit = {
  external: [/^node:/, ...Object.keys(dependencies).map(name => new RegExp(`^${name}(/|$)`))],
  onwarn,
}

/**
 * Returns the row of the audit's entries.
 *
 * @param {readonly string[]} entries
 */
export const auditEntries = entries => ({
  ...audit,
  input: entries.map(name => `${AUDIT}/src/${name}.ts`),
  plugins: [
    resolve,
    schemaFile('seen.schema.json'),
    compileIn(AUDIT),
    constants({ AUDIT_VERSION: version }),
  ],
  output: {
    dir: `${AUDIT}/dist`,
    format: 'es',
    manualChunks: auditChunk,
    onlyExplicitManualChunks: true,
    hoistTransitiveImports: false,
    chunkFileNames: '[name].js',
  },
})

/**
 * Returns the row that writes the types of an entry of the audit into one file.
 *
 * @param {string} entry
 */
export const auditTypes = entry => ({
  ...audit,
  input: `${AUDIT}/src/${entry}.ts`,
  plugins: [resolve, dts({ tsconfig: `${AUDIT}/tsconfig.json`, respectExternal: true })],
  output: { file: `${AUDIT}/dist/${entry}.d.ts`, format: 'es' },
})
