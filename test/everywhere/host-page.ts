/** The origin of the site under test. */
export const HOST = 'https://www.spaceone.test'

/** Attributes of the SDK's script tag. */
export const TAG =
  '<script src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1" data-policy-url="/privacy"></script>'

/**
 * Returns a page of the site, with a link to the settings.
 *
 * @param before HTML before the SDK's script tag.
 * @param after HTML in the page's body.
 */
export const hostPage = (before: string, after = '', tag: string = TAG): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${before}${tag}</head>
  <body><h1>Host</h1><a href="/cookies" data-consent-open>Cookies</a>${after}</body></html>`
