// @ts-check
// Finds the addresses in the text of a tag's file that no rule for Google's services has.

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ENTRY = `
  export { addressMatcher, splitAddress } from './shared/patterns.ts'
  export * from './inventory/google-rules.ts'`

/**
 * Matches a host in a string of the file, with a path if the string has one. The endings are those
 * of hosts of tags, since names such as `gtm.js` look like hosts, too.
 */
const HOST =
  /["'`](?:https?:)?(?:\/\/)?((?:[a-z\d-]+\.)+(?:com|net|org|goog|app|dev))(\/[\w./-]*)?(?=["'`?#:/])/gi

/** Matches a string of the file that is a path. */
const PATH = /["'`](\/[a-z][\w./-]*)(?=["'`?#])/gi

/** Bundles the SDK's matcher of addresses and its rules for Google, which are TypeScript. */
const loadRules = async () => {
  const resolveDir = fileURLToPath(new URL('../../packages/consent/src', import.meta.url))
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir },
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}

/**
 * Returns the hosts, with their paths, and the paths without a host that no rule has. A host
 * without a path is also returned if the rules have only some of its paths.
 *
 * @param {string} text The text of the file.
 * @returns {Promise<string[]>} Sorted, each once.
 */
export const unknownAddresses = async text => {
  const { addressMatcher, splitAddress, ...lists } = await loadRules()
  /** @type {string[]} */
  const patterns = [
    ...[lists.GOOGLE_HOSTS, lists.ADS_HOSTS, lists.ADSENSE_HOSTS].flat(),
    ...[lists.FIREBASE_CONFIG, lists.FIREBASE_INSTALLATIONS, lists.TAG_HOST],
  ]
  const parse = (/** @type {string} */ address) => new URL(address, 'https://site.test/')
  const matchers = patterns.map(addressMatcher(parse))
  const isKnown = (/** @type {string} */ address) => {
    const parts = splitAddress(parse(`https://${address}`))
    return matchers.some(rankOf => rankOf(parts) > 0)
  }
  const paths = patterns.flatMap(pattern => /\/[^?]*/.exec(pattern)?.[0] ?? [])
  const isKnownPath = (/** @type {string} */ path) =>
    paths.some(known => `${path}/`.startsWith(`${known}/`))

  const found = new Set()
  for (const [, host = '', path = ''] of text.matchAll(HOST))
    if (!isKnown(host.toLowerCase() + path)) found.add(host.toLowerCase() + path)
  for (const [, path = ''] of text.matchAll(PATH)) if (!isKnownPath(path)) found.add(path)
  return [...found].sort()
}
