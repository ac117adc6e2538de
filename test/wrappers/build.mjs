// @ts-check
// Bundles each entry as a site would, once with the SDK and once without, into dist/.

import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isInstalled } from '../../scripts/lib/is-installed.mjs'
import { run } from '../../scripts/lib/run.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/**
 * The module for `@spaceone/consent` in each bundle: a stub without consent, or the built package.
 */
const WAYS = { without: { '@spaceone/consent': './without-consent.js' }, with: {} }

/**
 * The module for Nuxt's `#imports`, and nuxt-gtag's runtime module, which Nuxt imports by path,
 * because the package's `exports` name only the build-time module.
 */
const NUXT = {
  '#imports': './nuxt-imports.js',
  'nuxt-gtag/runtime': './node_modules/nuxt-gtag/dist/runtime',
}

if (!isInstalled(HERE) && (await run('npm', ['ci', '--prefix', HERE])) !== 0) process.exit(1)

const VUE_2 = ['vue-gtag-1.js', 'vue2-gtm.js']
const entries = readdirSync(`${HERE}entries`)

rmSync(`${HERE}dist`, { recursive: true, force: true })
for (const [way, alias] of Object.entries(WAYS))
  for (const isVue2 of [true, false])
    await build({
      absWorkingDir: HERE,
      entryPoints: entries
        .filter(file => VUE_2.includes(file) === isVue2)
        .map(file => `entries/${file}`),
      outdir: `dist/${way}`,
      alias: { ...NUXT, ...(isVue2 && { vue: 'vue-2' }), ...alias },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      define: {
        'process.env.NODE_ENV': '"production"',
        'import.meta.client': 'true',
        'import.meta.server': 'false',
      },
      logLevel: 'warning',
    })
