// The sections of a policy page, written by the npm package in this page. The package reads
// `process.env.NODE_ENV`, which a bundler replaces on a site; index.html maps the package's imports.

import { evaluate } from './literal.js'
import { consentOptions } from './npm.js'
import { spokenIn } from './settings.js'

/** Writes a section, such as `cookies`, as `html` or `markdown`. Rejects if a file of the package is missing. */
export const sectionFor = async (settings, name, format) => {
  globalThis.process ??= { env: { NODE_ENV: 'production' } }
  const [sdk, { inventoryOf, renderSection }] = await Promise.all([
    import('@spaceone/consent'),
    import('@spaceone/consent/inventory'),
  ])
  const inventory = await inventoryOf(evaluate(consentOptions(settings), sdk))
  return renderSection(name, inventory, { format, language: spokenIn(settings) })
}
