/** The origin of the site under test. */
export const HOST = 'https://www.spaceone.test'

/** Returns the SDK's script tag. */
export const tagWith = (attributes: string): string =>
  `<script src="/consent/consent.js" data-policy-version="1" data-policy-url="/privacy" ${attributes}></script>`

/** The SDK's script tag with one purpose, and with two. */
export const TAG: string = tagWith('data-ga="G-TEST123"')
export const TAG_OF_TWO: string = tagWith('data-ga="G-TEST123" data-categories="marketing"')

/**
 * Returns a page of the site, with a link to the settings.
 *
 * @param before HTML before the SDK's script tag.
 * @param after HTML in the page's body.
 */
export const hostPage = (before = '', after = '', tag: string = TAG): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${before}${tag}</head>
  <body><h1>Host</h1><a href="/cookies" data-consent-open>Cookies</a>${after}</body></html>`
