import { ALL_BLOCKS } from '../support/blocks.ts'
import { npmPage } from '../support/npm-page.ts'
import { HOST } from './host-page.ts'
import { NONCE, VIDEO } from './policy-of.ts'
import type { Visitor } from './visitor.ts'
import type { ServedPages } from './world.ts'

/** The SDK by its tag, */
export const TAG = `<script src="/consent/consent.js" data-ga="G-TEST123" data-categories="marketing"
  data-policy-version="1" data-policy-url="/privacy" data-button="right"></script>`

/** and by npm. */
export const NPM = npmPage(`
  import { createConsent, googleAnalytics, heldMarkup } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  const consent = createConsent({
    policy: { version: '1', url: '/privacy' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] }, marketing: {} },
    services: [heldMarkup()],
    language: 'en',
    nonce: '${NONCE}',
  })
  window.spaceoneConsent = consent
  mountConsentUi(consent, { button: 'right' })`)

/** What is held in the HTML and has an address, */
export const FILES = `<script type="text/plain" data-consent="analytics" data-src="/held.js"></script>
  <script type="text/plain" data-consent="analytics" data-type="module" src="/module.js"></script>
  <iframe data-consent="marketing" data-src="${VIDEO}/film" title="Film" width="300"></iframe>`
/** what has a text, */
export const TEXTS = `<script type="text/plain" data-consent="analytics">seen.notes.push('text')</script>
  <template data-consent="analytics"><script>seen.notes.push('template')</script></template>`

/** and what both of them note once they run, in alphabetical order. */
export const NOTES = ['held.js', 'module.js', 'template', 'text']

/** Lets a browser be one that has no constructed style sheets. */
export const OLDER = `<script>CSSStyleSheet.prototype.replaceSync = () => { throw new TypeError('older') }</script>`

/** A page under a policy of its server. */
export interface Page {
  readonly policy: string
  /** Brings the SDK in. @default TAG */
  readonly sdk?: string
  /** More of its HTML. @default all that is held */
  readonly held?: string
}

/** Builds it, with the four blocks, and what it embeds. */
export const pagesOf = ({ policy, sdk = TAG, held = FILES + TEXTS }: Page): ServedPages => ({
  [`${HOST}/`]: {
    nonce: NONCE,
    headers: { 'Content-Security-Policy': policy },
    body: (sdk.startsWith('<!doctype') ? sdk : npmPage('').replace(/<script[\s\S]*<\/script>/, sdk))
      .replace('<body>', `<body><h1>Host</h1>${ALL_BLOCKS}${held}`)
      .replace(/<script(?=[ >])/g, `<script nonce="${NONCE}"`),
  },
  [`${HOST}/held.js`]: "seen.notes.push('held.js')",
  [`${HOST}/module.js`]: "import.meta; seen.notes.push('module.js')",
  [`${VIDEO}/film`]: '<!doctype html><title>Film</title>',
})

/** What the page has noted, in alphabetical order. */
export const noted = (visitor: Visitor): Promise<string[]> =>
  visitor.run(() => window.seen.notes.map(String).sort())
