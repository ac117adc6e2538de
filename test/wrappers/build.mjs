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
 * nuxt-gtag's runtime module, which Nuxt imports by path, because the package's `exports` name only
 * the build-time module.
 */
const NUXT = {
  '#imports': './nuxt-imports.js',
  'nuxt-gtag/runtime': './node_modules/nuxt-gtag/dist/runtime',
}

/** @param {string} message */
const stop = message => {
  console.error(message)
  process.exit(1)
}

if (!isInstalled(HERE) && (await run('npm', ['ci', '--prefix', HERE])) !== 0)
  stop('npm ci failed in test/wrappers (see above).')

const entries = readdirSync(`${HERE}entries`)
/** @param {string} entry */
const isVue2 = entry => ['vue-gtag-1.js', 'vue2-gtm.js'].includes(entry)

/**
 * @param {string} way
 * @param {Record<string, string>} alias
 * @param {readonly string[]} files
 */
const bundle = (way, alias, files) =>
  build({
    absWorkingDir: HERE,
    entryPoints: files.map(file => `entries/${file}`),
    outdir: `dist/${way}`,
    alias: { ...NUXT, ...alias },
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

rmSync(`${HERE}dist`, { recursive: true, force: true })
try {
  for (const [way, alias] of Object.entries(WAYS)) {
    await bundle(way, { vue: 'vue-2', ...alias }, entries.filter(isVue2))
    await bundle(
      way,
      alias,
      entries.filter(entry => !isVue2(entry)),
    )
  }
} catch {
  stop('The bundles of test/wrappers could not be made (see above).')
}
