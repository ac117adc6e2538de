import type { AnyConsent } from '../core/index.ts'
import { checkCall } from '../options/check-options.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { type ConsentUiOptions, mountView } from '../ui/index.ts'
import { shared, tagConsent } from './page-consents.ts'

// Bundlers replace `process.env.NODE_ENV`. Each use spells the name in full, because bundlers
// remove only that form.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Shows the view of a consent: the banner while a category is unanswered, the preferences and the
 * browser guide when they are opened, the blocks in the page's elements with `data-consent-…`, and
 * a placeholder for each blocked iframe. A click on an element with `data-consent-open` opens the
 * preferences.
 *
 * ```ts
 * const unmount = mountConsentUi(consent, { position: 'left' })
 * ```
 *
 * A consent has one view. A second call replaces the view, also after a hot update and from another
 * copy of this package. The consent of the script tag has its own view, which is not replaced.
 *
 * @returns Dispose function: removes the view from the page. Does nothing where there is no
 *   `document`.
 * @throws ConsentError when an option is invalid, in development. In production invalid texts are
 *   not shown.
 */
export const mountConsentUi = <Language extends string = string>(
  consent: AnyConsent,
  given: ConsentUiOptions<Language> = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}
  const options = ownCopy(given)
  if (process.env.NODE_ENV !== 'production') checkCall('mountConsentUi', options)
  const { refused, views } = shared()
  if (refused.has(consent) || consent === tagConsent()) return () => {}

  views.get(consent)?.()
  const unmount = mountView(consent, options ?? {})
  const undo = () => {
    if (views.get(consent) !== undo) return
    views.delete(consent)
    unmount()
  }
  views.set(consent, undo)
  return undo
}
