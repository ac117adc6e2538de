/** The site of a host. */
export const HOST = 'https://www.spaceone.test'

/** What the SDK's own tag says. */
export const TAG =
  '<script src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1" data-policy-url="/privacy"></script>'

/**
 * A page of that site, with a link to the settings.
 *
 * @param before What stands in it before the SDK's tag.
 * @param after What stands in its body.
 */
export const hostPage = (before: string, after = '', tag: string = TAG): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${before}${tag}</head>
  <body><h1>Host</h1><a href="/cookies" data-consent-open>Cookies</a>${after}</body></html>`
