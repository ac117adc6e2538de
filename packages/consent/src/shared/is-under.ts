/** Says whether a page of a host may set a cookie for a domain, with or without a dot before it. */
export const isUnder = (host: string, domain: string): boolean =>
  `.${host}`.endsWith(domain.toLowerCase().replace(/^\.?/, '.'))
