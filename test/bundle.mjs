// @ts-check
// Bundles the packages that the browser tests load beside the SDK. Each folder has its packages, an
// entry for each of them, which uses the package as sites do, and the bundles in dist/.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isInstalled } from '../scripts/lib/is-installed.mjs'
import { unlessMade } from '../scripts/lib/made.mjs'
import { run } from '../scripts/lib/run.mjs'
import { step } from '../scripts/lib/step.mjs'

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** SvelteKit's runtime, which SvelteKit's Vite plugin gives to a site under other names. */
const KIT = './node_modules/@sveltejs/kit/src/runtime'

/**
 * Compiles Svelte's modules, as SvelteKit's Vite plugin does.
 *
 * @type {import('esbuild').Plugin}
 */
const svelteModules = {
  name: 'svelte-modules',
  setup({ initialOptions: { absWorkingDir }, onLoad }) {
    onLoad({ filter: /\.svelte\.js$/ }, async ({ path: filename }) => {
      const compiler = `${absWorkingDir}node_modules/svelte/src/compiler/index.js`
      const { compileModule } = await import(compiler)
      return { contents: compileModule(readFileSync(filename, 'utf8'), { filename }).js.code }
    })
  },
}

const PRODUCTION = { 'process.env.NODE_ENV': '"production"' }

/**
 * Installs the packages of a folder and bundles its entries, unless they are bundled.
 *
 * @param {string} folder
 * @param {string} entries Folder of the entries.
 * @param {(file: string) => readonly BuildOptions[]} bundlesOf Returns the options of each bundle of
 *   an entry.
 * @param {readonly string[]} more What the bundles contain of other folders.
 */
const bundle = async (folder, entries, bundlesOf, more = []) => {
  const here = fileURLToPath(new URL(`${folder}/`, import.meta.url))
  const from = [`test/${folder}`, 'test/bundle.mjs', 'package-lock.json', ...more]
  const bundleAll = async () => {
    if (!isInstalled(here)) {
      const code = await run('npm', ['ci', '--prefix', here], {}, 'after-failure')
      if (code !== 0) return code
    }
    for (const file of readdirSync(here + entries))
      for (const options of bundlesOf(file))
        await build({
          absWorkingDir: here,
          entryPoints: [`${entries}/${file}`],
          outdir: 'dist',
          bundle: true,
          minify: true,
          format: 'iife',
          platform: 'browser',
          target: 'es2022',
          logLevel: 'warning',
          ...options,
        })
    return 0
  }
  const code = await unlessMade(folder, { from, to: `test/${folder}/dist` }, () =>
    step(`Bundling test/${folder}`, bundleAll),
  )
  if (code !== 0) process.exit(code)
}

await bundle('client-routers', 'routers', () => [
  {
    jsx: 'automatic',
    // Not the JSX settings of the SDK.
    tsconfigRaw: '{}',
    loader: { '.js': 'jsx' },
    plugins: [svelteModules],
    alias: {
      '$app/paths/internal/client': `${KIT}/app/paths/internal/client.js`,
      '$app/paths': `${KIT}/app/paths/client.js`,
      '$app/env': `${KIT}/app/env/index.js`,
    },
    define: {
      ...PRODUCTION,
      'process.env': '{}',
      __SVELTEKIT_PAYLOAD__: '{}',
      __SVELTEKIT_PATHS_BASE__: '""',
      __SVELTEKIT_PATHS_ASSETS__: '""',
      __SVELTEKIT_PATHS_RELATIVE__: 'false',
      __SVELTEKIT_APP_DIR__: '"_app"',
      __SVELTEKIT_APP_VERSION__: '"1"',
      __SVELTEKIT_APP_VERSION_FILE__: '"_app/version.json"',
      __SVELTEKIT_APP_VERSION_POLL_INTERVAL__: '0',
      __SVELTEKIT_CLIENT_ROUTING__: 'true',
      __SVELTEKIT_DEV__: 'false',
      __SVELTEKIT_EMBEDDED__: 'false',
      __SVELTEKIT_EXPERIMENTAL_USE_TRANSFORM_ERROR__: 'false',
      __SVELTEKIT_FORK_PRELOADS__: 'false',
      __SVELTEKIT_HAS_SERVER_LOAD__: 'false',
      __SVELTEKIT_HAS_UNIVERSAL_LOAD__: 'false',
      __SVELTEKIT_HASH_ROUTING__: 'false',
    },
  },
])

await bundle('real-pages', 'libraries', () => [
  {
    loader: { '.css': 'text' },
    define: {
      ...PRODUCTION,
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      global: 'globalThis',
    },
  },
])

/**
 * The module for Nuxt's `#imports`, and nuxt-gtag's runtime module, which Nuxt imports by path,
 * because the package's `exports` name only the build-time module.
 */
const NUXT = {
  '#imports': './nuxt-imports.js',
  'nuxt-gtag/runtime': './node_modules/nuxt-gtag/dist/runtime',
}

/** The module for the SDK in the bundles of wrappers: the built package, or a stub. */
const WAYS = { with: {}, without: { '@spaceone/consent': './without-consent.js' } }

await bundle(
  'wrappers',
  'entries',
  file =>
    Object.entries(WAYS).map(([way, alias]) => ({
      format: 'esm',
      outdir: `dist/${way}`,
      alias: { ...NUXT, ...(/^(vue-gtag-1|vue2-gtm)\b/.test(file) && { vue: 'vue-2' }), ...alias },
      define: { ...PRODUCTION, 'import.meta.client': 'true', 'import.meta.server': 'false' },
    })),
  ['packages/consent/dist', 'packages/consent/package.json'],
)
