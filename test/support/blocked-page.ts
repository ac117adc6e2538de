import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { PORTAL } from './portal-site.ts'

/** The address of a page with blocked iframes. */
export const BLOCKED_PAGE = `${PORTAL}/blocked`

/** The address in the `data-src` of the blocked iframes. */
export const SOURCE = 'https://video.example/embed/1'

/** Returns the markup of a blocked iframe, as a site writes it. */
export const blockedFrame = (attributes = ''): string =>
  `<iframe data-consent="analytics" data-src="${SOURCE}" ${attributes}></iframe>`

/** The two ways to load the SDK. Both configure the category `analytics`. */
export const WAYS = {
  'script tag': (attributes: string) =>
    `<script src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1" ${attributes}></script>`,
  npm: () => `<script>process={env:{NODE_ENV:'production'}}</script>
    <script type="importmap">{"imports":{
      "js-cookie":"/modules/js-cookie/dist/js.cookie.mjs",
      "nanostores":"/modules/nanostores/index.js",
      "preact":"/modules/preact/dist/preact.mjs",
      "preact/jsx-runtime":"/modules/preact/jsx-runtime/dist/jsxRuntime.mjs"}}</script>
    <script type="module">
      import { createConsent, blockedMarkup } from '/npm/index.js'
      import { mountConsentUi } from '/npm/ui.js'
      const consent = createConsent({
        policy: { version: '1' },
        categories: { analytics: {} },
        services: [blockedMarkup()],
      })
      window.spaceoneConsent = consent
      mountConsentUi(consent)
    </script>`,
} as const

export interface BlockedPageOptions {
  readonly way?: keyof typeof WAYS | 'none'
  readonly body: string
  readonly language?: string
  /** Further attributes of the script tag. */
  readonly attributes?: string
  readonly csp?: string
}

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

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
  await context.route(/spaceone\.test\/(npm|modules)\//, async route => {
    const { pathname } = new URL(route.request().url())
    const path = pathname
      .replace('/npm/', 'packages/consent/dist/')
      .replace('/modules/', 'node_modules/')
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(pathOf(path)) })
  })
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
