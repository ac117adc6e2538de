import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import nodeResolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { minifySync } from 'rolldown/utils'
import dts from 'rollup-plugin-dts'
import { keepLicences } from './scripts/lib/keep-licences.mjs'
import { run } from './scripts/lib/run.mjs'

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

const resolve = nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })
const compile = typescript({
  tsconfig: 'packages/consent/tsconfig.json',
  exclude: ['**/*.test.*', '**/*.test-d.ts'],
  // Only `npm run types` checks types: a check in each of these builds would take a minute.
  compilerOptions: {
    noEmit: false,
    declaration: false,
    isolatedDeclarations: false,
    noCheck: true,
  },
})
/**
 * Removes all methods of js-cookie except `set`, the only one that the SDK uses. A bundler cannot
 * remove them, because js-cookie returns one object with all methods. The removed code also defines
 * properties by descriptors, which throws if a page has set `Object.prototype.get`.
 *
 * @see https://github.com/BlackFan/client-side-prototype-pollution
 */
const setAlone = {
  name: 'set-alone',
  /** @param {string} code @param {string} id */
  transform: (code, id) => {
    if (!id.includes('/js-cookie/')) return null
    const rest =
      /\n {2}function get\(name\)[\s\S]*?\n {2}return Object\.create\([\s\S]*?\n {2}\)\n}/
    if (!rest.test(code)) throw new Error('set-alone found other code in js-cookie than expected')
    return code
      .replace(rest, '\n  return { set: set }\n}')
      .replace(/ {2}read: [\s\S]*?\n {2}},\n/, '')
  },
}
/** Replaces helpers that consent.js hands to the view by `handed.ts`, so that no file has a copy. */
const useHanded = {
  name: 'use-handed',
  /** @param {string} source */
  resolveId: source =>
    /(shared\/(own-document|quietly|own|warn|languages)|is-opened)\.ts$/.test(source)
      ? `${process.cwd()}/${SOURCE}/ui/tag/handed.ts`
      : null,
}
/** Removes the line breaks from style sheets. */
const joinStyles = {
  name: 'join-styles',
  /** @param {string} code @param {string} id */
  transform: (code, id) =>
    id.endsWith('.css.ts') ? code.replace(/`[^`]*`/g, css => css.replaceAll('\n', '')) : null,
}
/** Minifies with oxc before terser, because both together make smaller files than either alone. */
const fold = {
  name: 'fold',
  /** @param {string} code @param {{ fileName: string }} chunk */
  renderChunk: (code, { fileName }) => {
    const options = { compress: { target: 'es2021' }, mangle: false }
    const { code: folded, errors } = minifySync(fileName, code, options)
    if (errors[0]) throw new Error(errors[0].message)
    return { code: folded, map: null }
  },
}
const licences = keepLicences()
/** Minifies with terser. */
const shrink = terser({
  ecma: 2021,
  compress: {
    passes: 4,
    pure_getters: true,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    unsafe_proto: true,
    // nanostores creates a symbol that only its tests use.
    pure_funcs: ['Symbol'],
    // nanostores reads this variable, which would throw in a browser.
    global_defs: { 'process.env.NODE_ENV': 'production' },
  },
})

/**
 * Adds the comment that makes V8 compile all functions of consent.js at once. Nearly all of them
 * are called while the file loads, and compiling each at its first call takes longer. The comment
 * must be the first line.
 *
 * @see https://v8.dev/blog/explicit-compile-hints
 */
const compileHint = {
  name: 'compile-hint',
  /** @param {string} code */
  renderChunk: code => ({ code: `//# allFunctionsCalledOnLoad\n${code}`, map: null }),
}

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('packages/consent/package.json', 'utf8'))

/** @type {Record<string, string>} The SHA-384 of each script file, by the file's name. */
const hashes = {}
/**
 * Writes the hashes of the script files to integrity.json. Each build adds the hashes of its files.
 *
 * @type {import('rollup').Plugin}
 */
const integrity = {
  name: 'integrity',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk')
        hashes[output.fileName] =
          `sha384-${createHash('sha384').update(output.code).digest('base64')}`
    this.emitFile({
      type: 'asset',
      fileName: 'integrity.json',
      source: `${JSON.stringify({ version, files: hashes }, null, 2)}\n`,
    })
  },
}

/**
 * The names of text files whose folder has another name: the texts of `ui/banner` become
 * `ui.ko.js`; those of `src/guide` become `steps.ko.js`, which `guide.ko.js` contains.
 *
 * @type {Readonly<Record<string, string>>}
 */
const TEXTS = { 'ui/banner': 'ui', 'src/guide': 'steps' }

/**
 * Returns the file name of a chunk: its folder and, for texts, its language, such as `guide.ko.js`.
 *
 * @param {import('rollup').PreRenderedChunk} chunk
 */
const chunkName = ({ facadeModuleId, name }) => {
  if (LATE[name]) return LATE[name]
  const [, parent, folder, language] =
    /(\w+)\/(\w+)\/(?:text\/(\w+)|[\w-]+)\.tsx?$/.exec(facadeModuleId ?? '') ?? []
  // The code of all layers except the banner is loaded with the preferences.
  if (name === 'start-layers') return 'preferences.js'
  if (!folder) return `${name}.js`
  return language ? `${TEXTS[`${parent}/${folder}`] ?? folder}.${language}.js` : `${folder}.js`
}

/**
 * The file names of modules that consent.js loads late, by module name. Lists of ad blockers contain
 * none of these file names.
 *
 * @type {Readonly<Record<string, string>>}
 */
const LATE = { 'start-google': 'start.js', unblock: 'unblock.js' }

/**
 * Makes consent.js load these files from its own folder. A classic script from another site has no
 * base address for `import()`, so the address of consent.js is used as the base.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script
 * @type {import('rollup').Plugin}
 */
const loadBeside = {
  name: 'load-beside',
  resolveDynamicImport(specifier) {
    const file = typeof specifier === 'string' && LATE[specifier.replace(/^.*\/|\.[jt]s$/g, '')]
    return file ? { id: file, external: true } : null
  },
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId ? { left: 'import(new URL(', right: ', consentScript).href)' } : null,
}

/** @param {import('rollup').PreRenderedChunk} chunk */
const partName = chunk =>
  // EXTERNAL says why no file may be named after js-cookie.
  chunk.name === 'js.cookie' ? 'parts/jar.js' : `parts/${chunkName(chunk)}`

/** @param {import('rollup').RollupLog} warning */
const onwarn = ({ message }) => {
  // TS5096: TypeScript does not emit imports that end in `.ts`; rollup rewrites these imports.
  if (!message.includes('TS5096')) throw new Error(message)
}

/** Writes notices.json, which has the notice for each hash in a record, with the built entries. */
const writeNotices = {
  name: 'write-notices',
  writeBundle: async () => {
    if ((await run('node', ['scripts/notices.mjs'])) !== 0)
      throw new Error('notices.json could not be written (see above)')
  },
}

/** The entries of the npm package. */
const npm = {
  input: Object.fromEntries(
    ['index', 'ui', 'guide', 'evidence', 'server', 'vue', 'react'].map(entry => [
      entry,
      `${SOURCE}/${entry}.ts`,
    ]),
  ),
  external: EXTERNAL,
  onwarn,
  plugins: [resolve, setAlone, compile, keepLicences(), writeNotices],
  // Imports of unused libraries are removed, because importing a library has no effect.
  treeshake: { moduleSideEffects: 'no-external' },
  output: { dir: DIST, format: 'es', chunkFileNames: partName, hoistTransitiveImports: false },
}

/**
 * The npm entry for tests, built alone and with its own copy of the store. Built together with the
 * other entries, it would move the store from the main entry to a shared file, which would cost
 * every site one more request.
 */
const testing = {
  ...npm,
  input: { testing: `${SOURCE}/testing.ts` },
  plugins: npm.plugins.filter(plugin => plugin !== writeNotices),
}

/**
 * Makes the declarations of an entry import those of the main entry instead of copying them, because
 * a site adds its consent to the one interface `Register` of the main entry.
 */
const importIndex = {
  name: 'import-index',
  /** @param {string} source */
  resolveId: source => (source === './index.ts' ? { id: './index.js', external: true } : null),
}

/** The declarations: one file for each entry. */
const declarations = Object.entries({ ...npm.input, ...testing.input }).map(([name, input]) => ({
  input,
  external: EXTERNAL,
  onwarn,
  plugins: [
    ...(['vue', 'react', 'testing'].includes(name) ? [importIndex] : []),
    ...[resolve, dts({ tsconfig: 'packages/consent/tsconfig.json', respectExternal: true })],
  ],
  output: { file: `${DIST}/${name}.d.ts`, format: 'es' },
}))

/** consent.js, the script tag. */
const tag = {
  input: `${SOURCE}/script/tag.ts`,
  onwarn,
  plugins: [loadBeside, resolve, setAlone, compile, fold, shrink, compileHint, licences, integrity],
  output: {
    // A folder instead of a file, because integrity.json is written, too.
    dir: `${DIST}/script`,
    entryFileNames: 'consent.js',
    format: 'iife',
    generatedCode: 'es2015',
    // `consentScript` is the address of consent.js, which tag.ts sets. The `try` catches errors of
    // bundled libraries on pages that have changed built-in functions.
    intro: 'let consentScript; try {',
    outro:
      '} catch (error) { try { console.warn("[SpaceONE Consent] not-started", error) } catch {} }',
  },
}

/**
 * The view: code and texts of the banner in each language, and the code of the other layers. These
 * files use helpers of consent.js.
 */
const view = [
  ...['en', 'ko', 'ja'].map(language => ({
    [`ui.${language}`]: `${SOURCE}/ui/tag/ui.${language}.ts`,
  })),
  { preferences: `${SOURCE}/ui/tag/layers.ts` },
]

/**
 * The modules that consent.js loads when they are needed. Each is built alone, so that they share no
 * file and a page loads only what it needs.
 */
const beside = [
  ...view,
  { placeholder: `${SOURCE}/ui/placeholder/start-placeholders.ts` },
  { evidence: `${SOURCE}/evidence/start-delivery.ts` },
  { start: `${SOURCE}/gate/google/start-google.ts` },
  { unblock: `${SOURCE}/gate/blocked-markup/unblock.ts` },
  { explain: `${SOURCE}/script/explain.ts` },
].map(input => ({
  input,
  preserveEntrySignatures: 'allow-extension',
  onwarn,
  plugins: [
    ...(view.includes(input) ? [useHanded] : []),
    ...[resolve, joinStyles, compile, fold, shrink, licences, integrity],
  ],
  output: {
    dir: `${DIST}/script`,
    format: 'es',
    chunkFileNames: chunkName,
    generatedCode: 'es2015',
  },
}))

export default [testing, npm, ...declarations, tag, ...beside]
