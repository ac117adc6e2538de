/** Says whether a host is a domain or below it. The domain may have a dot before it. */
export const isUnder = (host: string, domain: string): boolean =>
  `.${host}`.endsWith(domain.toLowerCase().replace(/^\.?/, '.'))
