// @ts-check
// Bundles each library, with code that uses it as pages do, into one classic script in dist/.

import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isInstalled } from '../../scripts/lib/is-installed.mjs'
import { run } from '../../scripts/lib/run.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))

if (!isInstalled(HERE) && (await run('npm', ['ci', '--prefix', HERE])) !== 0) process.exit(1)

rmSync(`${HERE}dist`, { recursive: true, force: true })
await build({
  absWorkingDir: HERE,
  entryPoints: readdirSync(`${HERE}libraries`).map(file => `libraries/${file}`),
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  loader: { '.css': 'text' },
  target: 'es2022',
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    global: 'globalThis',
  },
  logLevel: 'warning',
})
