import type { AnyConsent } from '../../core/index.ts'
import { IS_TAG } from '../../shared/build.ts'
import { buildElement } from '../../shared/build-element.ts'
import { findAll, ownDocument } from '../../shared/platform.ts'
import type { ConsentUiOptions } from './options.ts'

/** An element of the SDK's in the page, in whose shadow root the view draws. */
export interface Host {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  /** The element in which the view is drawn, inside the shadow root. */
  readonly container: HTMLElement
  addStyles(css: string): void
  /** Sets the language, a BCP 47 tag, and its writing direction. */
  setLanguage(language: string): void
}

/** Creates a host element with an open shadow root, without inserting it into the page. */
export const createHost = (
  name: `${string}-${string}`,
  consent: AnyConsent,
  // `startTag` passes the nonce of its own script element in the options of the view.
  { nonce = IS_TAG ? undefined : consent.options.nonce, theme }: ConsentUiOptions,
): Host => {
  const element = buildElement(name, { 'data-nosnippet': '' })
  const root = element.attachShadow({ mode: 'open' })
  const container = root.appendChild(buildElement('div'))
  if (theme) container.style.colorScheme = theme === 'auto' ? 'light dark' : theme
  return {
    ...{ element, root, container },
    addStyles(css) {
      try {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
      } catch {
        // jsdom and Safari before 16.4 have no constructable style sheets, so use `<style>`, with
        // the nonce that the CSP of the page may require.
        root.append(buildElement('style', nonce ? { nonce } : {}, css))
      }
    },
    setLanguage(language) {
      // `all: initial` resets the language of the host element, so the container needs `lang` too,
      // for line breaks and fonts.
      element.lang = container.lang = language
      container.dir = /^(ar|fa|he|ur|yi|ps|dv|ckb)\b/.test(language) ? 'rtl' : 'ltr'
    },
  }
}

/**
 * Inserts the host element: for `inline` into the page's element with `data-consent-banner`, if
 * there is one, otherwise as the first child of `<body>`, unless it is on the page. Returns whether
 * the host element is on the page: there may be no `<body>` yet.
 */
export const placeHost = (
  { element, root, container }: Host,
  position: ConsentUiOptions['position'],
): boolean => {
  const [space] = position === 'inline' ? findAll('[data-consent-banner]:not(form)') : []
  element.toggleAttribute('data-inline', !!space)
  if (space && element.parentNode !== space) space.append(element)
  if (!element.isConnected) ownDocument.body?.prepend(element)
  // The page may have removed the container from the shadow root.
  if (container.parentNode !== root) root.append(container)
  return element.isConnected
}
