// @ts-check
// Bundles each router, with a page that uses it, into one classic script in dist/.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isInstalled } from '../../scripts/lib/is-installed.mjs'
import { run } from '../../scripts/lib/run.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))

if (!isInstalled(HERE) && (await run('npm', ['ci', '--prefix', HERE])) !== 0) process.exit(1)

/** SvelteKit's runtime, which SvelteKit's Vite plugin gives to a site under other names. */
const KIT = './node_modules/@sveltejs/kit/src/runtime'

/**
 * Compiles Svelte's modules, as SvelteKit's Vite plugin does.
 *
 * @type {import('esbuild').Plugin}
 */
const svelteModules = {
  name: 'svelte-modules',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte\.js$/ }, async ({ path: filename }) => {
      const { compileModule } = await import(`${HERE}node_modules/svelte/src/compiler/index.js`)
      return { contents: compileModule(readFileSync(filename, 'utf8'), { filename }).js.code }
    })
  },
}

rmSync(`${HERE}dist`, { recursive: true, force: true })
await build({
  absWorkingDir: HERE,
  entryPoints: readdirSync(`${HERE}routers`).map(file => `routers/${file}`),
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
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
    'process.env.NODE_ENV': '"production"',
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
  logLevel: 'warning',
})
