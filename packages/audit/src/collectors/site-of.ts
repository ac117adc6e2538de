import { getDomain, getHostname } from 'tldts'

/**
 * Returns the registrable domain of an address or host name, such as `shop.co.kr` of
 * `https://m.shop.co.kr/`. Returns the host name itself if it has no registrable domain, such as
 * `localhost` or an IP address; an empty text if the address has no host.
 *
 * Counts private suffixes, so that two customers of `github.io` are two sites.
 */
export const siteOf = (address: string): string =>
  getDomain(address, { allowPrivateDomains: true }) ?? hostOf(address)

/** Returns the host name of an address, without the port; an empty text if the address has none. */
export const hostOf = (address: string): string => getHostname(address) ?? ''
