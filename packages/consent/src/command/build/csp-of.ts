import type { Inventory, InventoryService } from '../../inventory.ts'

/** Sources of a Content Security Policy, by directive. */
type Sources = Readonly<Record<string, readonly string[]>>

const TAG = 'https://www.googletagmanager.com'
const HITS = [TAG, 'https://www.google-analytics.com', 'https://*.google-analytics.com']

/** The sources for Google's tags, as in the README of `script`: the gate blocks more hosts. */
const GOOGLE: Sources = { 'script-src': [TAG], 'connect-src': HITS, 'img-src': HITS }

/**
 * Returns the sources of an address of a service: an origin, hosts, or none. An address `host` also
 * matches `www.host`, and `*.host` the host itself; a source matches neither.
 *
 * @see https://www.w3.org/TR/CSP3/#match-hosts
 */
const sourcesOf = (address: string): readonly string[] => {
  if (/^https?:/.test(address)) return [new URL(address).origin]
  const host = address.replace(/[/?].*/s, '')
  if (/^\*\.[^*]+$/.test(host)) return [`https://${host}`, `https://${host.slice(2)}`]
  // A path of the site is its own, and a host such as `google.*` is no source.
  if (!host || host.includes('*')) return []
  const bare = host.replace(/^www\./, '')
  return [`https://${bare}`, `https://www.${bare}`]
}

const needsOf = ({ name, addresses, toolKind }: InventoryService): Sources => {
  const sources = addresses.flatMap(sourcesOf)
  if (/^(Google|Firebase) /.test(name)) return GOOGLE
  return toolKind === 'iframe'
    ? { 'frame-src': sources }
    : {
        ...{ 'script-src': sources, 'img-src': sources },
        // A source with https does not match a WebSocket, which chats and recorders open.
        'connect-src': sources.flatMap(one => [one, one.replace(/^https:/, 'wss:')]),
      }
}

/** Returns the origin of an http or https address, or the host of `//host/path`; else `'self'`. */
const originOf = (address: string): string => {
  if (address.startsWith('//')) return new URL(`https:${address}`).host
  return /^https?:/.test(address) ? new URL(address).origin : "'self'"
}

/**
 * Returns the Content Security Policy that the script tag and the named services need, to add to
 * that of the site.
 *
 * @param folder Address of the folder with `consent.js`.
 * @param endpoint Address to which decisions are delivered; `undefined` if none are.
 */
export const cspOf = (
  { services }: Inventory,
  folder: string,
  endpoint: string | undefined,
): string => {
  const self = ["'self'"]
  const ours = {
    ...{ 'script-src': [...self, originOf(folder)], 'style-src': self, 'img-src': self },
    'connect-src': [...self, ...(endpoint ? [originOf(endpoint)] : [])],
  }
  const all: readonly Sources[] = [ours, ...services.map(needsOf)]
  const names = [...new Set(all.flatMap(one => Object.keys(one)))]
  return names
    .map(name => [name, [...new Set(all.flatMap(one => one[name] ?? []))]] as const)
    .filter(([, sources]) => sources[0])
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
