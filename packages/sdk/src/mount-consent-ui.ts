import type { AnyConsent } from '@spaceone/consent-core'
import { type ConsentUiOptions, mountConsentUi as mount } from '@spaceone/consent-ui'
import { shared, tagConsent } from './shared.ts'

/**
 * Shows the banner while something is to be asked, the preferences and the browser's guide when they
 * are opened, what the page's own elements with `data-consent-…` are there for, and a placeholder for
 * each iframe that waits for its purpose.
 *
 * ```ts
 * const unmount = mountConsentUi(consent, { position: 'left' })
 * ```
 *
 * A consent has one view: the newer one takes the place of the one before, also after a hot update
 * and from another copy of this package. The script tag has its own.
 *
 * @returns The undo: takes every trace off the page. Does nothing where there is no `document`.
 */
export const mountConsentUi = <Language extends string = string>(
  consent: AnyConsent,
  options: ConsentUiOptions<Language> = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}
  const { refused, views } = shared()
  if (refused.has(consent) || consent === tagConsent()) return () => {}

  views.get(consent)?.()
  const unmount = mount(consent, options)
  const undo = () => {
    if (views.get(consent) !== undo) return
    views.delete(consent)
    unmount()
  }
  views.set(consent, undo)
  return undo
}
