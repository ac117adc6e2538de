import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { PORTAL } from './portal-site.ts'
import { SDK_PAGE, SETTINGS } from './sdk-page.ts'
import type { Visitor } from './visitor.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles the code of a site with the package and its libraries, into one file, or with `splitting`
 * into one for each part that is loaded late. Returns the texts by path, the first at `/app.js`.
 */
const bundle = async (
  contents: string,
  splitting = false,
): Promise<ReadonlyMap<string, string>> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    splitting,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  })
  return new Map(outputFiles.map(({ path, text }) => [path.replace('stdin', 'app'), text]))
}

/** Opens a page with a bundle for each module, and waits until the copies have started. */
export const openBundles = async (
  visitor: Visitor,
  scripts: string,
  globals: readonly string[],
  modules: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const [name, module] of Object.entries(modules)) {
    const body = (await bundle(module)).get('/app.js') ?? ''
    await visitor.page.route(`${PORTAL}/bundles/${name}.js*`, route =>
      route.fulfill({ contentType: 'text/javascript', body }),
    )
  }
  visitor.serves({
    html: `<!doctype html><html lang="en"><head><title>Host</title>
      <script>window.noted = []</script></head><body>${SETTINGS}${scripts}</body></html>`,
  })
  await visitor.page.goto(SDK_PAGE)
  await visitor.page.waitForFunction(
    names => names.every(name => '$state' in ((window as never)[name] ?? {})),
    globals,
  )
}

export const bundleTag = (name: string): string =>
  `<script type="module" src="/bundles/${name}.js"></script>`
