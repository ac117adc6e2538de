import { ownDocument } from '../shared/own-document.ts'

/** The element that holds the view and keeps it and the page apart. */
export interface Host {
  readonly element: HTMLElement
  readonly root: ShadowRoot
  /** Where the view is drawn. */
  readonly container: HTMLElement
  /** Adds a style sheet; the same one is added once. */
  addStyles(css: string): void
}

/**
 * Creates an element of ours with an open shadow root. It is nowhere on the page yet.
 *
 * @param name Its tag name.
 * @param nonce CSP nonce of the `<style>` elements, where a browser has no constructed sheets.
 */
export const createHost = (name: string, nonce: string | undefined): Host => {
  const element = ownDocument.createElement(name)
  element.setAttribute('data-nosnippet', '')
  const root = element.attachShadow({ mode: 'open' })
  const container = root.appendChild(ownDocument.createElement('div'))

  const added = new Set<string>()
  const addStyles = (css: string) => {
    if (added.has(css)) return
    added.add(css)
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    } catch {
      // jsdom and Safari before 16.4. A CSP lets the element pass by its nonce.
      const style = ownDocument.createElement('style')
      if (nonce) style.nonce = nonce
      style.textContent = css
      root.append(style)
    }
  }
  return { element, root, container, addStyles }
}
