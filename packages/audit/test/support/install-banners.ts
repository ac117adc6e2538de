import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isInstalled } from '../../../../scripts/lib/is-installed.mjs'
import { run } from '../../../../scripts/lib/run.mjs'

const BANNERS = fileURLToPath(new URL('../banners', import.meta.url))

/**
 * Installs the npm packages of other vendors' banners, and bundles those that are components of
 * React, before the first test.
 */
export default async function installBanners(): Promise<void> {
  if (!isInstalled(BANNERS)) {
    const code = await run('npm', ['ci', '--prefix', BANNERS, '--workspaces=false', '--silent'])
    if (code !== 0) throw new Error('npm ci failed in packages/audit/test/banners (see above).')
  }
  await build({
    absWorkingDir: BANNERS,
    entryPoints: ['entries/c15t.js', 'entries/react-cookie-consent.js'],
    outdir: 'dist',
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
}
