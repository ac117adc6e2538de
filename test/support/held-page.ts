import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { PORTAL } from './portal-site.ts'

/** A page with held iframes, and what their source has seen of it. */
export const HELD_PAGE = `${PORTAL}/held`

/** What the iframes would load from. */
export const SOURCE = 'https://video.example/embed/1'

/** An iframe as a page writes it. */
export const held = (attributes = ''): string =>
  `<iframe data-consent="analytics" data-src="${SOURCE}" ${attributes}></iframe>`

/** The ways in. Both know the category `analytics`. */
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
      import { createConsent, heldMarkup } from '/npm/index.js'
      import { mountConsentUi } from '/npm/ui.js'
      const consent = createConsent({
        policy: { version: '1' },
        categories: { analytics: {} },
        services: [heldMarkup()],
      })
      window.spaceoneConsent = consent
      mountConsentUi(consent)
    </script>`,
} as const

export interface HeldPageOptions {
  readonly way?: keyof typeof WAYS | 'none'
  readonly body: string
  readonly language?: string
  /** More attributes of the script tag. */
  readonly attributes?: string
  readonly csp?: string
}

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Answers for one page with held iframes, after the portal has been played to the context.
 *
 * @returns The requests that reached the iframes' source.
 */
export const playHeldPage = async (
  context: BrowserContext,
  { way = 'script tag', body, language = 'en', attributes = '', csp }: HeldPageOptions,
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
  await context.route(HELD_PAGE, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: csp ? { 'Content-Security-Policy': csp } : {},
      body: `<!doctype html><html lang="${language}"><head><meta name="viewport" content="width=device-width">${sdk}</head><body>${body}</body></html>`,
    }),
  )
  return requests
}

/** The placeholders of a page, by their stable ids. */
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
