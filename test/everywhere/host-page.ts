import { npmPage } from '../support/npm-page.ts'

/** The origin of the site under test. */
export const HOST = 'https://www.spaceone.test'

/** Returns the SDK's script tag. */
export const tagWith = (attributes: string): string =>
  `<script src="/consent/consent.js" data-policy-version="1" data-policy-url="/privacy" ${attributes}></script>`

/** The SDK's script tag with one purpose, analytics. */
export const TAG: string = tagWith('data-ga="G-TEST123"')
/** The SDK's script tag with two purposes, analytics and marketing. */
export const TAG_OF_TWO: string = tagWith('data-ga="G-TEST123" data-categories="marketing"')

/** The attributes of a tag with two purposes and the SDK's own button for the settings. */
export const WITH_BUTTON = 'data-ga="G-TEST123" data-categories="marketing" data-button="right"'

/**
 * Returns a page that imports the SDK from npm, with the purposes and the button of `WITH_BUTTON`.
 * Grants unblock the page's markup, as with the script tag.
 *
 * @param options Further options of `createConsent`, as source text.
 */
export const npmPageWith = (options: string): string =>
  npmPage(`
    import { createConsent, googleAnalytics, blockedMarkup } from '@spaceone/consent'
    import { deliverTo } from '@spaceone/consent/evidence'
    import { mountConsentUi } from '@spaceone/consent/ui'
    window.spaceoneConsent = createConsent({
      policy: { version: '1', url: '/privacy' },
      categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] }, marketing: {} },
      services: [blockedMarkup()],
      language: 'en',
      ${options},
    })
    mountConsentUi(window.spaceoneConsent, { button: 'right' })`)

/**
 * Returns a page of the site, with a link to the settings.
 *
 * @param before HTML before the SDK's script tag.
 * @param after HTML in the page's body.
 */
export const hostPage = (before = '', after = '', tag: string = TAG): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${before}${tag}</head>
  <body><h1>Host</h1><a href="/cookies" data-consent-open>Cookies</a>${after}</body></html>`
