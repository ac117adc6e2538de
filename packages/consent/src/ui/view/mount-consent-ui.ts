import type { AnyConsent } from '../../core/index.ts'
import { warn } from '../../options/warn.ts'
import { watchBlockedIframes } from '../placeholder/watch-blocked-iframes.ts'
import { askPlainly } from './ask-plainly.ts'
import { mountView } from './mount-view.ts'
import { startOpenLinks } from './open-links.ts'
import type { ConsentUiOptions } from './options.ts'

/**
 * Shows the banner while a category needs a decision, the preferences and the browser guide when they are opened,
 * the blocks in the page's elements with `data-consent-…`, and a placeholder for each blocked iframe. A click
 * on an element with `data-consent-open` opens the preferences.
 *
 * ```ts
 * const unmount = mountConsentUi(consent, { position: 'left' })
 * ```
 *
 * When the view cannot be mounted, a warning is logged, and a visitor who opens the preferences is asked with
 * the browser's `confirm()`.
 *
 * @returns A function that removes the view and its listeners from the page. Without a `document` nothing is
 *   mounted and the function does nothing.
 */
export const mountConsentUi = <Language extends string = string>(
  consent: AnyConsent,
  options: ConsentUiOptions<Language> = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}

  const undos = [
    mountOrAsk(consent, options),
    startOpenLinks(consent),
    watchBlockedIframes(async () => {
      const { startPlaceholders } = await import('../placeholder/start-placeholders.ts')
      return startPlaceholders(consent, options)
    }),
  ]
  return () => {
    for (const undo of undos) undo()
  }
}

const mountOrAsk = (consent: AnyConsent, options: ConsentUiOptions): (() => void) => {
  try {
    return mountView(consent, options)
  } catch (error) {
    warn('view-failed', 'view', consent.$state.get().language, error)
    return consent.$view.listen(() => askPlainly(consent))
  }
}
