import type { AnyConsent } from '../core/index.ts'
import { checkCall } from '../options/check-options.ts'
import { warn } from '../options/warn.ts'
import { ownCopy } from '../shared/own-properties.ts'
import { findAll } from '../shared/platform.ts'
import { callIn } from '../shared/timers.ts'
import { type ConsentUiOptions, mountView } from '../ui/index.ts'
import type { ConsentConfig } from './define-consent.ts'
import { shared, tagConsent } from './page-consents.ts'

/**
 * Shows the view of a consent: the banner while a category is pending, the preferences and the
 * browser guide when the visitor opens them, what the page's elements with `data-consent-…` ask
 * for, and a placeholder for each blocked iframe that has room for it. A plain click on an element
 * with `data-consent-open` opens the preferences, or the guide if the value is `guide`.
 *
 * ```ts
 * const unmount = mountConsentUi(consent, { position: 'left' })
 * ```
 *
 * A consent has one view. A second call replaces the view, even if another copy of this package or
 * an earlier build (after a hot update) made the first call. If the consent is the script tag's,
 * its view stays as it is.
 *
 * An option that `given` leaves out is read from `texts` and `look` of the consent's options, see
 * `defineConsent`.
 *
 * @returns Dispose function: removes the view from the page. On a server there is no view, and the
 *   dispose function does nothing.
 * @throws ConsentError if an option is invalid, in development. In production the console only
 *   names unknown keys of `texts`.
 */
export const mountConsentUi = <Language extends string = string>(
  consent: AnyConsent,
  given: ConsentUiOptions<Language> = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}
  const { texts, look } = consent.options as Partial<ConsentConfig<string>>
  const options = ownCopy({ texts, ...look, ...given })
  if (process.env.NODE_ENV !== 'production') checkCall('mountConsentUi', options)
  const { refused, views } = shared()
  if (refused.has(consent) || consent === tagConsent()) return () => {}

  views.get(consent)?.()
  const unmount = mountView(consent, options ?? {})
  // An app may draw the element late.
  const cancelWarning =
    process.env.NODE_ENV !== 'production' && options?.position === 'inline'
      ? callIn(10, () => {
          if (!findAll('[data-consent-banner]:not(form)')[0]) warn('no-banner-place')
        })
      : undefined
  const undo = () => {
    cancelWarning?.()
    if (views.get(consent) !== undo) return
    views.delete(consent)
    unmount()
  }
  views.set(consent, undo)
  return undo
}
