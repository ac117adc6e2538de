import { npmPage } from '../support/npm-page.ts'
import { REMEMBER } from './built-ins.ts'
import { COUNT } from './counts.ts'
import { HOST } from './host-page.ts'
import { LIVE } from './long-visit.ts'
import type { ServedPages } from './world.ts'

/**
 * Answers the page's requests to the endpoint inside the page, because browser drivers would be
 * slow to answer thousands of requests.
 */
const ANSWER = `{
  const ask = window.fetch
  window.fetch = (address, options) => address === '/events'
    ? Promise.resolve(new Response(null, { status: 204 }))
    : ask(address, options)
}`

const TAG = `<script src="/consent/consent.js" data-ga="G-TEST123" data-categories="marketing"
  data-button="right" data-delivery="/events" data-policy-version="1" data-policy-url="/privacy"></script>`

const MODULE = `
  import { createConsent, googleAnalytics, blockedMarkup } from '@spaceone/consent'
  import { deliverTo } from '@spaceone/consent/evidence'
  import { mountConsentUi } from '@spaceone/consent/ui'
  window.spaceoneConsent = createConsent({
    policy: { version: '1', url: '/privacy' },
    categories: {
      analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] },
      marketing: {},
    },
    services: [blockedMarkup()],
    delivery: deliverTo({ url: '/events' }),
    language: 'en',
  })
  mountConsentUi(window.spaceoneConsent, { button: 'right' })`

/** Adds to a page the scripts that count, and an element for the page's routes. */
const counted = (page: string, first = '') => {
  const scripts = [COUNT, LIVE, first, REMEMBER].map(source => `<script>${source}</script>`)
  return page
    .replace('<head>', `<head>${scripts.join('')}`)
    .replace('<body>', '<body lang="en"><main></main>')
}

/** The page with the SDK, for each way in. */
const PAGES = {
  'script tag': counted(
    `<!doctype html><html><head><title>Host</title>${TAG}</head><body></body></html>`,
    ANSWER,
  ),
  npm: counted(npmPage(MODULE)),
}

export type Way = keyof typeof PAGES

/** Replaces the type of the script element that loads the SDK, so that the script does not run. */
const without = (page: string) =>
  page.replace(/<script (?=src="\/consent|type="module)/, '<script type="text/plain" ')

/**
 * Returns the page with the SDK at `/`, the same page without the SDK, and the files that the
 * page's routes load.
 */
export const soakPages = (way: Way): ServedPages => ({
  [`${HOST}/`]: PAGES[way],
  [`${HOST}/without`]: without(PAGES[way]),
  [`${HOST}/film`]: '<!doctype html><title>Film</title>',
  [`${HOST}/blocked.js`]: 'ran += 1',
  [`${HOST}/events`]: '{}',
})
