import { checkUiOptions } from './check-ui-options.ts'
import type { AnyConsent } from './core/index.ts'
import { shared, tagConsent } from './page-consents.ts'
import { ownCopy } from './shared/own-copy.ts'
import { type ConsentUiOptions, mountConsentUi as mount } from './ui/index.ts'

// Bundlers put it in; written out where it is used, since that is the form they cut away.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

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
 * @throws ConsentError when an option cannot work, where a developer is looking. On a visitor's page
 *   words that are none are not shown.
 */
export const mountConsentUi = <Language extends string = string>(
  consent: AnyConsent,
  given: ConsentUiOptions<Language> = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}
  const options = ownCopy(given)
  if (process.env.NODE_ENV !== 'production') checkUiOptions(options)
  const { refused, views } = shared()
  if (refused.has(consent) || consent === tagConsent()) return () => {}

  views.get(consent)?.()
  const unmount = mount(consent, options ?? {})
  const undo = () => {
    if (views.get(consent) !== undo) return
    views.delete(consent)
    unmount()
  }
  views.set(consent, undo)
  return undo
}
