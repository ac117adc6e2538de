import type { BrowserContext, Locator, Page } from '@playwright/test'
import { npmHead, serveModules } from './npm-page.ts'
import { PORTAL } from './portal-site.ts'

/** The address of a page with blocked iframes. */
export const BLOCKED_PAGE = `${PORTAL}/blocked`

/** The address in the `data-src` of the blocked iframes. */
export const SOURCE = 'https://video.example/embed/1'

/** Returns the markup of a blocked iframe, as a site writes it. */
export const blockedFrame = (attributes = ''): string =>
  `<iframe data-consent="analytics" data-src="${SOURCE}" ${attributes}></iframe>`

const MODULE = `
  import { createConsent, blockedMarkup } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  const consent = createConsent({
    policy: { version: '1' },
    categories: { analytics: {} },
    services: [blockedMarkup()],
  })
  window.spaceoneConsent = consent
  mountConsentUi(consent)`

/** The two ways in. Both configure the category `analytics`. */
export const WAYS = {
  'script tag': (attributes: string) =>
    `<script src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1" ${attributes}></script>`,
  npm: () => npmHead(MODULE),
} as const

export interface BlockedPageOptions {
  readonly way?: keyof typeof WAYS | 'none'
  readonly body: string
  readonly language?: string
  /** Further attributes of the script tag. */
  readonly attributes?: string
  readonly csp?: string
}

/**
 * Serves a page with blocked iframes. Call `playPortal` on the context first.
 *
 * @returns The requests for the iframes' address so far.
 */
export const playBlockedPage = async (
  context: BrowserContext,
  { way = 'script tag', body, language = 'en', attributes = '', csp }: BlockedPageOptions,
): Promise<string[]> => {
  const requests: string[] = []
  await context.route(`${new URL(SOURCE).origin}/**`, route => {
    requests.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<button>Play</button>' })
  })
  await serveModules(context)
  const sdk = way === 'none' ? '' : WAYS[way](attributes)
  await context.route(BLOCKED_PAGE, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: csp ? { 'Content-Security-Policy': csp } : {},
      body: `<!doctype html><html lang="${language}"><head><meta name="viewport" content="width=device-width">${sdk}</head><body>${body}</body></html>`,
    }),
  )
  return requests
}

/** Locates the placeholders on a page, by their stable ids. */
export class Placeholders {
  readonly boxes: Locator
  readonly groups: Locator
  readonly allow: Locator
  readonly preferences: Locator

  constructor(page: Page) {
    this.boxes = page.locator('spaceone-consent-placeholder')
    this.groups = this.boxes.getByRole('group')
    this.allow = this.boxes.locator('#allow')
    this.preferences = this.boxes.locator('#open-preferences')
  }
}
