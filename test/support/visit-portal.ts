import type { Page } from '@playwright/test'
import { ConsentView } from './consent-view.ts'
import { PORTAL, type PortalSite, playPortal } from './portal-site.ts'

/** The languages of the portal, which are also all languages of the SDK. */
export const LANGUAGES = ['en', 'ko', 'ja'] as const

/** Attributes of a script tag with two services and three purposes. */
export const RICH =
  'data-gtm="GTM-PORTAL" data-categories="marketing,personalization" data-policy-earlier="/en/"'

export interface Visit {
  /** Language of the page. @default 'en' */
  readonly language?: (typeof LANGUAGES)[number]
  /** Further attributes of the script tag. */
  readonly attributes?: string
  /** Path of the page. @default the home page */
  readonly path?: string
  /** Changes the page's HTML. */
  readonly page?: (html: string) => string
}

/** Serves the portal with the given attributes, and opens a page. */
export const visitPortal = async (
  page: Page,
  { language = 'en', attributes = '', path = '', page: change }: Visit = {},
): Promise<ConsentView & { readonly site: PortalSite }> => {
  const site = await playPortal(page.context(), {
    tag: tag => tag.replace('<script', `<script ${attributes}`),
    ...(change && { page: change }),
  })
  await page.goto(`${PORTAL}/${language}/${path}`)
  await page.waitForFunction(() => window.spaceoneConsent.version)
  return Object.assign(new ConsentView(page), { site })
}
