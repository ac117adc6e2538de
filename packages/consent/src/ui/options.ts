import type { GuideOverrides } from '../guide/index.ts'
import type { HostTexts } from './texts.ts'

/** How the view is put on the page. */
export interface ConsentUiOptions<Language extends string = string> {
  /**
   * Where the banner stands: a bar along the lower edge, a card in the lower left or right corner, or
   * `inline` in the page's own element with `data-consent-banner`, whose height the page reserves. On
   * narrow windows a card is a bar, too. @default 'bottom'
   */
  readonly position?: 'bottom' | 'left' | 'right' | 'inline' | undefined
  /** @default the browser's, `prefers-color-scheme` */
  readonly theme?: 'light' | 'dark' | undefined
  /** `z-index` of everything but the preferences, which stand in the top layer. @default 2147483000 */
  readonly zIndex?: number | undefined
  /** A small button in a corner that opens the preferences, on every page. @default none */
  readonly button?: 'left' | 'right' | undefined
  /** What is said otherwise than ours, and in further languages. @default ours */
  readonly texts?: HostTexts<Language> | undefined
  /** What the host knows better about a browser's own settings. @default ours */
  readonly guide?: GuideOverrides | undefined
  /** CSP nonce of the `<style>` fall-back. @default consent.options.nonce */
  readonly nonce?: string | undefined
}
