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
const EXTERNAL = ['nanostores', /^preact(\/|$)/]

const resolve = nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })
const compile = typescript({
  tsconfig: 'packages/consent/tsconfig.json',
  compilerOptions: { noEmit: false, declaration: false, isolatedDeclarations: false },
})
/**
 * Has js-cookie make its property descriptors without a prototype: it throws when it is loaded where a
 * page has put a `get` on `Object.prototype`, and nothing of ours would run.
 *
 * @see https://github.com/BlackFan/client-side-prototype-pollution
 */
const bareDescriptors = {
  name: 'bare-descriptors',
  /** @param {string} code @param {string} id */
  transform: (code, id) =>
    id.includes('/js-cookie/') ? code.replaceAll('{ value:', '{ __proto__: null, value:') : null,
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
  const [, parent, folder, language] =
    /(\w+)\/(\w+)\/(?:text\/(\w+)|[\w-]+)\.tsx?$/.exec(facadeModuleId ?? '') ?? []
  if (!folder) return `${name}.js`
  return language ? `${TEXTS[`${parent}/${folder}`] ?? folder}.${language}.js` : `${folder}.js`
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
    ['index', 'ui', 'guide', 'evidence', 'server'].map(entry => [entry, `${SOURCE}/${entry}.ts`]),
  ),
  external: EXTERNAL,
  onwarn,
  plugins: [resolve, bareDescriptors, compile, keepLicences(), writeNotices],
  // An entry imports only the libraries that it uses: none of them does anything when imported.
  treeshake: { moduleSideEffects: 'no-external' },
  output: { dir: DIST, format: 'es', chunkFileNames: partName, hoistTransitiveImports: false },
}

/** One file of declarations for each entry. */
const declarations = Object.entries(npm.input).map(([name, input]) => ({
  input,
  external: EXTERNAL,
  onwarn,
  plugins: [resolve, dts({ tsconfig: 'packages/consent/tsconfig.json', respectExternal: true })],
  output: { file: `${DIST}/${name}.d.ts`, format: 'es' },
}))

/** The script tag: what every visitor loads. */
const tag = {
  input: `${SOURCE}/script/tag.ts`,
  onwarn,
  plugins: [resolve, bareDescriptors, compile, fold, shrink, licences, integrity],
  output: {
    // A folder, so that what stands beside it may be written, too.
    dir: `${DIST}/script`,
    entryFileNames: 'consent.js',
    format: 'iife',
    generatedCode: 'es2015',
    // A page may have broken what our libraries need before anything of ours runs.
    intro: 'try {',
    outro:
      '} catch (error) { try { console.warn("[SpaceONE Consent] Everything optional stays off.", error) } catch {} }',
  },
}

/**
 * What lies beside the tag: modules, loaded when there is something to show, or to deliver. Built
 * apart, since each may be wanted without the others: they share no file.
 */
const beside = [
  { ui: `${SOURCE}/ui/mount-layers.tsx` },
  { placeholder: `${SOURCE}/ui/placeholder/start-placeholders.ts` },
  { evidence: `${SOURCE}/evidence/start-delivery.ts` },
].map(input => ({
  input,
  preserveEntrySignatures: 'allow-extension',
  onwarn,
  plugins: [resolve, joinStyles, compile, fold, shrink, licences, integrity],
  output: {
    dir: `${DIST}/script`,
    format: 'es',
    chunkFileNames: chunkName,
    generatedCode: 'es2015',
  },
}))

export default [npm, ...declarations, tag, ...beside]
