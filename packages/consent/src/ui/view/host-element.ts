import type { AnyConsent } from '../../core/index.ts'
import { IS_TAG } from '../../shared/build.ts'
import { buildElement } from '../../shared/build-element.ts'
import type { ConsentUiOptions } from './options.ts'

/**
 * The host element: its shadow root contains the view and isolates its styles from those of the
 * page.
 */
export interface Host {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  /** The element in which the view is drawn, inside the shadow root. */
  readonly container: HTMLElement
  /** Adds a style sheet. */
  addStyles(css: string): void
}

/**
 * Creates a host element with an open shadow root, without inserting the element into the page.
 *
 * @param name Tag name of the element.
 */
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
  const addStyles = (css: string) => {
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    } catch {
      // jsdom and Safari before 16.4 have no constructable style sheets, so use `<style>`, with the
      // nonce that the CSP of the page may require.
      root.append(buildElement('style', nonce ? { nonce } : {}, css))
    }
  }
  return { element, root, container, addStyles }
}
