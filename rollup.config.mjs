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
// js-cookie is bundled in: EasyList Cookie blocks files of the name js-cookie-….js, as a site's bundler
// may make of it. @see https://github.com/easylist/easylist/blob/master/easylist_cookie/easylist_cookie_general_block.txt
const EXTERNAL = ['nanostores', /^preact(\/|$)/, 'vue', 'react']

const resolve = nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })
const compile = typescript({
  tsconfig: 'packages/consent/tsconfig.json',
  compilerOptions: { noEmit: false, declaration: false, isolatedDeclarations: false },
})
/**
 * Keeps of js-cookie its `set`, which is all that is used here: its methods hang on one object, of which
 * no bundler can drop any. That object's property descriptors go with them: they would inherit a `get`
 * that a page has put on `Object.prototype`, and throw.
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
    if (!rest.test(code)) throw new Error('js-cookie has another form: see set-alone')
    return code
      .replace(rest, '\n  return { set: set }\n}')
      .replace(/ {2}read: [\s\S]*?\n {2}},\n/, '')
  },
}
/** Has the files of the view use what consent.js hands over, in the place of a copy of their own. */
const useHanded = {
  name: 'use-handed',
  /** @param {string} source */
  resolveId: source =>
    /(shared\/(own-document|quietly|own|warn|languages)|is-opened)\.ts$/.test(source)
      ? `${process.cwd()}/${SOURCE}/ui/tag/handed.ts`
      : null,
}
/** Style sheets are written a rule a line. */
const joinStyles = {
  name: 'join-styles',
  /** @param {string} code @param {string} id */
  transform: (code, id) =>
    id.endsWith('.css.ts') ? code.replace(/`[^`]*`/g, css => css.replaceAll('\n', '')) : null,
}
/** Minifies before terser does: the two together make smaller files than either. */
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
// nanostores asks for NODE_ENV and would throw in a plain browser.
const shrink = terser({
  ecma: 2021,
  compress: {
    passes: 4,
    pure_getters: true,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    unsafe_proto: true,
    // nanostores makes one that only its tests use.
    pure_funcs: ['Symbol'],
    global_defs: { 'process.env.NODE_ENV': 'production' },
  },
})

/**
 * Has V8 compile all of consent.js at once: nearly every function of it is called as it loads, and to
 * compile each at its first call takes longer. The hint has to be the first line.
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

/** @type {Record<string, string>} What a browser is to find, by the name of the file. */
const hashes = {}
/**
 * Writes the hashes of the script files beside them; each output adds its own.
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
 * Texts that are not named after their folder alone: the banner's are the view's, and those of
 * `src/guide` are the steps, which the view's `guide.ko.js` takes in.
 *
 * @type {Readonly<Record<string, string>>}
 */
const TEXTS = { 'ui/banner': 'ui', 'src/guide': 'steps' }

/**
 * Names a part that is loaded late after its folder and, for texts, its language: `guide.ko.js`.
 *
 * @param {import('rollup').PreRenderedChunk} chunk
 */
const chunkName = ({ facadeModuleId, name }) => {
  if (LATE[name]) return LATE[name]
  const [, parent, folder, language] =
    /(\w+)\/(\w+)\/(?:text\/(\w+)|[\w-]+)\.tsx?$/.exec(facadeModuleId ?? '') ?? []
  // The layers after the first come with the preferences, for which they are loaded.
  if (name === 'start-layers') return 'preferences.js'
  if (!folder) return `${name}.js`
  return language ? `${TEXTS[`${parent}/${folder}`] ?? folder}.${language}.js` : `${folder}.js`
}

/**
 * What consent.js loads late, by the name of its module. No name is one that lists of ad blockers hold.
 *
 * @type {Readonly<Record<string, string>>}
 */
const LATE = { 'start-google': 'start.js', unblock: 'unblock.js' }

/**
 * Has consent.js, a classic script, load these from beside itself: its own address is the base, also
 * where it comes from another site, whose scripts have no base of their own.
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
  // No file is named after js-cookie, see EXTERNAL.
  chunk.name === 'js.cookie' ? 'parts/jar.js' : `parts/${chunkName(chunk)}`

/** @param {import('rollup').RollupLog} warning */
const onwarn = ({ message }) => {
  // TypeScript would rather see nobody emit where imports end in `.ts`; rollup rewrites them.
  if (!message.includes('TS5096')) throw new Error(message)
}

/** Beside the entries: the notices that hashes in records stand for, read from what has been built. */
const writeNotices = {
  name: 'write-notices',
  writeBundle: async () => {
    if ((await run('node', ['scripts/notices.mjs'])) !== 0) throw new Error('no notices.json')
  },
}

/** What a host imports: our folders and js-cookie bundled in, the other libraries left to the site. */
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
  // An entry imports only the libraries that it uses: none of them does anything when imported.
  treeshake: { moduleSideEffects: 'no-external' },
  output: { dir: DIST, format: 'es', chunkFileNames: partName, hoistTransitiveImports: false },
}

/**
 * The entry for tests has a copy of the store: in one build with the others it would take the store out
 * of the main entry into a file of its own, which is one more request for every site.
 */
const testing = {
  ...npm,
  input: { testing: `${SOURCE}/testing.ts` },
  plugins: npm.plugins.filter(plugin => plugin !== writeNotices),
}

/**
 * Has the declarations of an entry import those of the main entry, in the place of a copy of their own:
 * a site adds to one `Register`.
 */
const importIndex = {
  name: 'import-index',
  /** @param {string} source */
  resolveId: source => (source === './index.ts' ? { id: './index.js', external: true } : null),
}

/** One file of declarations for each entry. */
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

/** The script tag: what every visitor loads. */
const tag = {
  input: `${SOURCE}/script/tag.ts`,
  onwarn,
  plugins: [loadBeside, resolve, setAlone, compile, fold, shrink, compileHint, licences, integrity],
  output: {
    // A folder, so that what stands beside it may be written, too.
    dir: `${DIST}/script`,
    entryFileNames: 'consent.js',
    format: 'iife',
    generatedCode: 'es2015',
    // A page may have broken what our libraries need before anything of ours runs.
    // Where it lies: the tag says it as soon as it runs.
    intro: 'let consentScript; try {',
    outro:
      '} catch (error) { try { console.warn("[SpaceONE Consent] not-started", error) } catch {} }',
  },
}

/** The banner in one language, its words and its code; and the layers after it. They know consent.js. */
const view = [
  ...['en', 'ko', 'ja'].map(language => ({
    [`ui.${language}`]: `${SOURCE}/ui/tag/ui.${language}.ts`,
  })),
  { preferences: `${SOURCE}/ui/tag/layers.ts` },
]

/**
 * What lies beside the tag: modules, loaded when there is something to show, to deliver or to explain. Built
 * apart, since each may be wanted without the others: they share no file.
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
