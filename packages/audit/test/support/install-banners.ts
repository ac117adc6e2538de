import { fileURLToPath } from 'node:url'
import { isInstalled } from '../../../../scripts/lib/is-installed.mjs'
import { run } from '../../../../scripts/lib/run.mjs'

const BANNERS = fileURLToPath(new URL('../banners', import.meta.url))

/** Installs the npm packages of other vendors' banners, before the first test. */
export default async function installBanners(): Promise<void> {
  if (isInstalled(BANNERS)) return
  const code = await run('npm', ['ci', '--prefix', BANNERS, '--workspaces=false', '--silent'])
  if (code !== 0) throw new Error('npm ci failed in packages/audit/test/banners (see above).')
}
