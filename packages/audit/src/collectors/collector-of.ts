import type { Collector } from '../seen.ts'

/** Returns the collector that an address belongs to; `undefined` where it belongs to none. */
export const collectorOf = (address: string): Collector | undefined => {
  const { hostname, pathname, searchParams } = new URL(address)
  const google = { name: 'Google Analytics', company: 'Google' }
  if (/(^|\.)googletagmanager\.com$/.test(hostname))
    return { ...google, by: 'host', isScript: /\.js$|^\/gtag\/js/.test(pathname) }
  if (/(^|\.)google-analytics\.com$/.test(hostname))
    return { ...google, by: 'host', isScript: /\.js$/.test(pathname) }
  if (/\/gtag\/js$/.test(pathname) && searchParams.has('id'))
    return { ...google, by: 'shape', isScript: true }
  if (/\/g\/collect$/.test(pathname) && searchParams.has('tid'))
    return { ...google, by: 'shape', isScript: false }
  return undefined
}
