import { ALL_BLOCKS } from '../support/markup.ts'
import { npmPage } from '../support/npm-page.ts'
import { HOST, npmPageWith, tagWith, WITH_BUTTON } from './host-page.ts'
import { NONCE, VIDEO } from './policy-of.ts'
import type { Visitor } from './visitor.ts'
import type { ServedPages } from './world.ts'

export const TAG: string = tagWith(WITH_BUTTON)

export const NPM: string = npmPageWith(`nonce: '${NONCE}'`)

export const FILES = `<script type="text/plain" data-consent="analytics" data-src="/blocked.js"></script>
  <script type="text/plain" data-consent="analytics" data-type="module" src="/module.js"></script>
  <iframe data-consent="marketing" data-src="${VIDEO}/film" title="Film" width="300"></iframe>`
export const TEXTS = `<script type="text/plain" data-consent="analytics">seen.notes.push('text')</script>
  <template data-consent="analytics"><script>seen.notes.push('template')</script></template>`

/** The notes of the markup of `FILES` and `TEXTS` when it is unblocked. */
export const NOTES = ['blocked.js', 'module.js', 'template', 'text']

/** Makes constructed style sheets fail, as in browsers that do not support them. */
export const OLDER = `<script>CSSStyleSheet.prototype.replaceSync = () => { throw new TypeError('older') }</script>`

export interface Page {
  readonly policy: string
  /** The HTML that loads the SDK. @default TAG */
  readonly sdk?: string
  /** Blocked markup in the page's body. @default FILES and TEXTS */
  readonly blocked?: string
}

/** Returns a page with blocks and blocked markup, and the files that it loads. */
export const pagesOf = ({ policy, sdk = TAG, blocked = FILES + TEXTS }: Page): ServedPages => ({
  [`${HOST}/`]: {
    nonce: NONCE,
    headers: { 'Content-Security-Policy': policy },
    body: (sdk.startsWith('<!doctype') ? sdk : npmPage('').replace(/<script[\s\S]*<\/script>/, sdk))
      .replace('<body>', `<body><h1>Host</h1>${ALL_BLOCKS}${blocked}`)
      .replace(/<script(?=[ >])/g, `<script nonce="${NONCE}"`),
  },
  [`${HOST}/blocked.js`]: "seen.notes.push('blocked.js')",
  [`${HOST}/module.js`]: "import.meta; seen.notes.push('module.js')",
  [`${VIDEO}/film`]: '<!doctype html><title>Film</title>',
})

export const noted = (visitor: Visitor): Promise<string[]> =>
  visitor.run(() => window.seen.notes.map(String).sort())

/** Returns the scripts and styles without the nonce or with it in their markup, and two counts. */
export const whereNonces = (visitor: Visitor) =>
  visitor.run(nonce => {
    const hosts = document.querySelectorAll('spaceone-consent, spaceone-consent-block')
    const roots = [document, ...[...hosts].flatMap(({ shadowRoot }) => shadowRoot ?? [])]
    const bearers = roots.flatMap(root => [
      ...root.querySelectorAll<HTMLElement>(
        'script:not([src="/prelude.js"], [type="text/plain"]), style',
      ),
    ])
    const outer = (elements: readonly HTMLElement[]) =>
      elements.map(({ outerHTML }) => outerHTML.slice(0, 100))
    return {
      without: outer(bearers.filter(element => element.nonce !== nonce)),
      // Leave out blocked markup: in Firefox, elements from a template still have the nonce in
      // their markup, and the page wrote that nonce itself.
      inMarkUp: outer(
        bearers.filter(element => element.getAttribute('nonce') && !element.dataset['consent']),
      ),
      styles: bearers.filter(({ localName }) => localName === 'style').length,
      google: bearers.filter(element => element.matches('[src*="/gtag/js"]')).length,
    }
  }, NONCE)
