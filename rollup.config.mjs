import nodeResolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import dts from 'rollup-plugin-dts'

const SDK = 'packages/sdk/src'
const DIST = 'packages/sdk/dist'
const EXTERNAL = ['js-cookie', 'nanostores', /^preact(\/|$)/]

const resolve = nodeResolve({
  exportConditions: ['@spaceone/source'],
  extensions: ['.ts', '.tsx', '.js', '.mjs'],
})
const compile = typescript({
  tsconfig: 'packages/sdk/tsconfig.json',
  include: ['packages/*/src/**/*.{ts,tsx}'],
  compilerOptions: { noEmit: false, declaration: false, isolatedDeclarations: false },
})
// nanostores asks for NODE_ENV and would throw in a plain browser.
const shrink = terser({
  ecma: 2020,
  compress: {
    passes: 3,
    pure_getters: true,
    global_defs: { 'process.env.NODE_ENV': 'production' },
  },
})

/** Names a part that is loaded late after its folder and, for texts, its language: `ui.ko.js`. */
/** @param {import("rollup").PreRenderedChunk} chunk */
const chunkName = ({ facadeModuleId, name }) => {
  const [, folder, language] = /(\w+)\/text\/(\w+)\.ts$/.exec(facadeModuleId ?? '') ?? []
  return language ? `${folder === 'banner' ? 'ui' : folder}.${language}.js` : `${name}.js`
}

/** What a host imports: our workspaces bundled in, the three libraries left to the host. */
const npm = {
  input: { index: `${SDK}/index.ts`, ui: `${SDK}/ui.ts` },
  external: EXTERNAL,
  plugins: [resolve, compile],
  output: { dir: DIST, format: 'es', chunkFileNames: chunkName },
}

const declarations = {
  input: { index: `${SDK}/index.ts`, ui: `${SDK}/ui.ts` },
  external: EXTERNAL,
  plugins: [resolve, dts({ tsconfig: 'packages/sdk/tsconfig.json' })],
  output: { dir: DIST, format: 'es' },
}

/** The script tag: what every visitor loads. */
const tag = {
  input: `${SDK}/tag/tag.ts`,
  plugins: [resolve, compile, shrink],
  output: { file: `${DIST}/script/consent.js`, format: 'iife', generatedCode: 'es2015' },
}

/** What is shown, beside the tag: modules, loaded when there is something to show. */
const shown = {
  input: { ui: `${SDK}/ui.ts` },
  preserveEntrySignatures: 'allow-extension',
  plugins: [resolve, compile, shrink],
  output: {
    dir: `${DIST}/script`,
    format: 'es',
    chunkFileNames: chunkName,
    generatedCode: 'es2015',
  },
}

export default [npm, declarations, tag, shown]
