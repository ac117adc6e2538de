import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { build } from 'esbuild'
import { PORTAL, type PortalSite, playPortal } from './portal-site.ts'

/** The folder in which the bundler finds the built package. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles a module as a site does: the module, the package, the parts that it loads late, and its
 * libraries in one file.
 */
const bundle = async (module: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  return outputFiles.map(({ text }) => text).join()
}

/**
 * Serves a page of a site at `/en/`, and simulates Google.
 *
 * @param scripts The page's script elements.
 * @param modules The source of each `/bundles/<name>.js`. Each bundle has its own copy of the
 *   package.
 */
export const playBundles = async (
  context: BrowserContext,
  scripts: string,
  modules: Readonly<Record<string, string>>,
): Promise<PortalSite> => {
  const site = await playPortal(context, {
    page: () => `<!doctype html><html lang="en"><head><title>Host</title>
      <script>window.noted = []</script></head>
      <body><a href="#" data-consent-open>Cookies</a>${scripts}</body></html>`,
  })
  for (const [name, module] of Object.entries(modules)) {
    const body = await bundle(module)
    await context.route(`${PORTAL}/bundles/${name}.js*`, route =>
      route.fulfill({ contentType: 'text/javascript', body }),
    )
  }
  return site
}

/** Returns the script element of a bundle. */
export const bundleTag = (name: string): string =>
  `<script type="module" src="/bundles/${name}.js"></script>`
