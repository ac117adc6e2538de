/** The import map for the built package and its libraries, which replaces a bundler. */
const MODULES = {
  '@spaceone/consent': '/npm/packages/consent/dist/index.js',
  '@spaceone/consent/evidence': '/npm/packages/consent/dist/evidence.js',
  '@spaceone/consent/ui': '/npm/packages/consent/dist/ui.js',
  nanostores: '/npm/node_modules/nanostores/index.js',
  'js-cookie': '/npm/node_modules/js-cookie/dist/js.cookie.mjs',
  preact: '/npm/node_modules/preact/dist/preact.mjs',
}

/**
 * Returns a page of a site that imports the package.
 *
 * @param module The site's own code. The code sets `window.spaceoneConsent`, so that tests know
 *   that it has run.
 * @param mode The value that a bundler writes for `NODE_ENV`.
 */
export const npmPage = (module: string, mode = 'production'): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>
  <script>window.process = { env: { NODE_ENV: '${mode}' } }; window.noted = []</script>
  <script type="importmap">${JSON.stringify({ imports: MODULES })}</script>
  <script type="module">${module}</script></head><body></body></html>`
