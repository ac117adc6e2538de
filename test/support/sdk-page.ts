import type { Page } from '@playwright/test'
import { npmPageWith } from '../everywhere/host-page.ts'
import { PORTAL } from './portal-site.ts'

/** The ways to load the SDK. Each configures the category `analytics`. */
export const SDK_WAYS = ['script tag', 'npm'] as const

type SdkWay = (typeof SDK_WAYS)[number]

export const SDK_PAGE = `${PORTAL}/page/`

export const STUB =
  '<script>window.spaceoneConsent=window.spaceoneConsent||function(){(spaceoneConsent.q=spaceoneConsent.q||[]).push(arguments)}</script>'

export const SETTINGS = '<footer><a href="#settings" data-consent-open>Cookies</a></footer>'

export interface SdkPageOptions {
  readonly way?: SdkWay
  readonly body?: string
  readonly head?: string
  readonly language?: string
  /** Attributes for the script tag. Each replaces an attribute of the tag with the same name. */
  readonly attributes?: string
  /** Options that the page passes to the queue function or to `mountConsentUi`, as source text. */
  readonly options?: string
  /** The option `categories` of `createConsent`, as source text. */
  readonly categories?: string
  /** Further entries of the option `services` of `createConsent`, as source text. */
  readonly services?: string
  /** The option `policy` of `createConsent`, as source text. */
  readonly policy?: string
  /** The whole page. @default a page with the SDK */
  readonly html?: string
  readonly csp?: string
}

const npmOptions = (options: SdkPageOptions) => `
  policy: ${options.policy ?? "{ version: '1', url: '/privacy', earlier: '/privacy/earlier' }"},
  categories: ${options.categories ?? "{ analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } }"},
  services: [blockedMarkup(), ...${options.services ?? '[]'}],
  language: '${options.language ?? 'en'}'`

export const sdkPage = (options: SdkPageOptions): string => {
  const { way = 'script tag', body = '', head = '', language = 'en', attributes = '' } = options
  if (options.html) return options.html
  const call = options.options ? `<script>spaceoneConsent(${options.options})</script>` : ''
  const page =
    way === 'script tag'
      ? `<!doctype html><html><head><title>Host</title>${STUB}${call}
      <script ${attributes} src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1"
        data-policy-url="/privacy" data-policy-earlier="/privacy/earlier"></script>
      </head><body></body></html>`
      : npmPageWith(npmOptions(options), options.options || '{}')
  return page
    .replace(/<html[^>]*>/, `<html lang="${language}">`)
    .replace('<head>', `<head><meta name="viewport" content="width=device-width">${head}`)
    .replace('<body>', `<body>${body}`)
}

export const started = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.spaceoneConsent?.$state)
