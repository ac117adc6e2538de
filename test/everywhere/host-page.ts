import { npmPage } from '../support/npm-page.ts'

export const HOST = 'https://www.spaceone.test'

export const tagWith = (attributes: string): string =>
  `<script src="/consent/consent.js" data-policy-version="1" data-policy-url="/privacy" ${attributes}></script>`

export const TAG: string = tagWith('data-ga="G-TEST123"')
export const TAG_OF_TWO: string = tagWith('data-ga="G-TEST123" data-categories="marketing"')

export const WITH_BUTTON = 'data-ga="G-TEST123" data-categories="marketing" data-button="right"'

/** Returns a page that imports the SDK from npm, with options and those of the view as source. */
export const npmPageWith = (options: string, view = "{ button: 'right' }"): string =>
  npmPage(`
    import { createConsent, googleAnalytics, blockedMarkup, service } from '@spaceone/consent'
    import { deliverTo } from '@spaceone/consent/evidence'
    import { mountConsentUi } from '@spaceone/consent/ui'
    window.spaceoneConsent = createConsent({
      policy: { version: '1', url: '/privacy' },
      categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] }, marketing: {} },
      services: [blockedMarkup()],
      language: 'en',
      ${options},
    })
    window.unmount = mountConsentUi(window.spaceoneConsent, ${view})`)

/** Returns a page with a link to the settings, and HTML before the script tag and in the body. */
export const hostPage = (before = '', after = '', tag: string = TAG): string =>
  `<!doctype html><html lang="en"><head><title>Host</title>${before}${tag}</head>
  <body><h1>Host</h1><a href="/cookies" data-consent-open>Cookies</a>${after}</body></html>`
