import { getDomain, getHostname } from 'tldts'

/**
 * Returns the registrable domain of an address or host name, such as `shop.co.kr` of
 * `https://m.shop.co.kr/`. Returns the host name itself where it has no registrable domain, as
 * `localhost` and IP addresses; an empty text where there is no host.
 *
 * Counts private suffixes, so that two customers of `github.io` are two sites.
 */
export const siteOf = (address: string): string =>
  getDomain(address, { allowPrivateDomains: true }) ?? hostOf(address)

/** Returns the host name of an address, without the port; an empty text where there is none. */
export const hostOf = (address: string): string => getHostname(address) ?? ''
