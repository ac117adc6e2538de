import type { GuideOverrides } from '../../guide/index.ts'
import type { HostTexts } from '../words/texts.ts'

/** Options of the view. */
export interface ConsentUiOptions<Language extends string = string> {
  /**
   * Position of the banner: a bar along the lower edge, a card in the lower left or right corner,
   * or `inline` in the page's own element with `data-consent-banner`. Give the page's element a
   * `min-height`, so that the page does not move when the banner appears. In narrow or low windows
   * a card becomes a bar. @default 'bottom'
   */
  readonly position?: 'bottom' | 'left' | 'right' | 'inline' | undefined
  /**
   * Colour scheme: light, dark, or with `auto` the scheme that the visitor's system prefers.
   *
   * @default the CSS `color-scheme` of the page, light if the page has none
   */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined
  /**
   * `z-index` of the banner, the settings button and the message. The dialog is in the browser's
   * top layer.
   *
   * @default 2147483000
   */
  readonly zIndex?: number | undefined
  /**
   * Corner of a small button that opens the preferences. @default none. If Global Privacy Control
   *   is honoured and the page has no `data-consent-status`, a button at the lower left says so.
   */
  readonly button?: 'left' | 'right' | undefined
  /**
   * The site's texts in place of the SDK's, and texts in other languages. @default the SDK's texts
   */
  readonly texts?: HostTexts<Language> | undefined
  /**
   * The site's instructions for browser settings in place of the SDK's. @default the SDK's
   * instructions
   */
  readonly guide?: GuideOverrides | undefined
  /**
   * CSP nonce of the `<style>` elements for browsers without constructable style sheets.
   *
   * @default consent.options.nonce
   */
  readonly nonce?: string | undefined
}
