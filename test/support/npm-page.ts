/** The import map for the built package and its libraries, which replaces a bundler. */
const MODULES = {
  '@spaceone/consent': '/npm/packages/consent/dist/index.js',
  '@spaceone/consent/evidence': '/npm/packages/consent/dist/evidence.js',
  '@spaceone/consent/services': '/npm/packages/consent/dist/services.js',
  '@spaceone/consent/ui': '/npm/packages/consent/dist/ui.js',
  nanostores: '/npm/node_modules/nanostores/index.js',
  'js-cookie': '/npm/node_modules/js-cookie/dist/js.cookie.mjs',
  preact: '/npm/node_modules/preact/dist/preact.mjs',
}

/** Returns a page whose module sets `window.spaceoneConsent`, for a mode of bundlers. */
export const npmPage = (module: string, mode = 'production'): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>
  <script>window.process = { env: { NODE_ENV: '${mode}' } }; window.noted = []</script>
  <script type="importmap">${JSON.stringify({ imports: MODULES })}</script>
  <script type="module">${module}</script></head><body></body></html>`
