import { buildElement } from './build-element.ts'

/**
 * Adds a style sheet to a shadow root. jsdom and Safari before 16.4 have no constructable style
 * sheets, so they get a `<style>`, with the nonce that the CSP of the page may require.
 */
export const addStyles = (root: ShadowRoot, css: string, nonce: string | undefined): void => {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    root.append(buildElement('style', nonce ? { nonce } : {}, css))
  }
}
