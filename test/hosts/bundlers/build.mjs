// Builds the site with each bundler for production, with the settings that a small site needs.
// The files of each bundler are in a folder of dist/.

import { copyFileSync, mkdirSync } from 'node:fs'
import { Parcel } from '@parcel/core'
import nodeResolve from '@rollup/plugin-node-resolve'
import replace from '@rollup/plugin-replace'
import { rspack } from '@rspack/core'
import { build as astro } from 'astro'
import { build as esbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import { build as vite4 } from 'vite-4'
import { build as vite5 } from 'vite-5'
import { build as vite6 } from 'vite-6'
import { build as vite7 } from 'vite-7'
import { build as vite8 } from 'vite-8'
import webpack from 'webpack'

const MAIN = './site/main.js'
const PRODUCTION = { 'process.env.NODE_ENV': '"production"' }

const vite = build => outDir =>
  build({
    root: 'site',
    configFile: false,
    logLevel: 'warn',
    build: { outDir: `../${outDir}`, emptyOutDir: true },
  })

const webpackLike = bundle => folder =>
  new Promise((resolve, reject) => {
    const output = { path: `${process.cwd()}/${folder}`, filename: 'main.js' }
    bundle({ mode: 'production', entry: MAIN, output }, (error, stats) => {
      if (error) reject(error)
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else resolve()
    })
  })

const FROM_PAGE = {
  'vite-4': vite(vite4),
  'vite-5': vite(vite5),
  'vite-6': vite(vite6),
  'vite-7': vite(vite7),
  'vite-8': vite(vite8),
  'astro-5': outDir => astro({ configFile: false, srcDir: 'site', outDir, logLevel: 'warn' }),
  'parcel-2': distDir =>
    new Parcel({
      entries: 'site/index.html',
      defaultConfig: '@parcel/config-default',
      mode: 'production',
      shouldDisableCache: true,
      defaultTargetOptions: { distDir },
    }).run(),
}

const FROM_MODULE = {
  'webpack-5': webpackLike(webpack),
  'rspack-2': webpackLike(rspack),
  esbuild: outdir =>
    esbuild({
      entryPoints: [MAIN],
      ...{ outdir, bundle: true, splitting: true, format: 'esm', minify: true },
    }),
  async 'rollup-4'(dir) {
    const plugins = [nodeResolve(), replace({ preventAssignment: true, values: PRODUCTION })]
    const bundle = await rollup({ input: MAIN, plugins })
    await bundle.write({ dir })
  },
  async rolldown(dir) {
    const bundle = await rolldown({ input: MAIN, platform: 'browser' })
    await bundle.write({ dir, minify: true })
  },
}

for (const [name, build] of Object.entries({ ...FROM_PAGE, ...FROM_MODULE })) {
  const folder = `dist/${name}`
  mkdirSync(folder, { recursive: true })
  if (name in FROM_MODULE) copyFileSync('site/index.html', `${folder}/index.html`)
  await build(folder).catch(error => {
    console.error(`${name}:`, error)
    process.exitCode = 1
  })
}
// Workers of the bundlers would keep the process running.
process.exit()
