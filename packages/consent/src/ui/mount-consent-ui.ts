import type { AnyConsent } from '../core/index.ts'
import { warn } from '../shared/warn.ts'
import { askPlainly } from './ask-plainly.ts'
import { mountLayers } from './mount-layers.tsx'
import type { ConsentUiOptions } from './options.ts'
import { watchHeldIframes } from './placeholder/watch-held-iframes.ts'
import { watchPage } from './watch-page.ts'

/**
 * Shows the banner while something is to be asked, the preferences and the browser's guide when they
 * are opened, what the page's own elements with `data-consent-…` are there for, and a placeholder for
 * each iframe that waits for its purpose.
 *
 * ```ts
 * const unmount = mountConsentUi(consent, { position: 'left' })
 * ```
 *
 * Where the page lets nothing be mounted, who opens the preferences is asked by the browser.
 *
 * @returns The undo: takes every trace off the page. Does nothing where there is no `document`.
 */
export const mountConsentUi = <Language extends string = string>(
  consent: AnyConsent,
  options: ConsentUiOptions<Language> = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}

  const unmountLayers = mountOrAsk(consent, options)
  const unwatch = watchHeldIframes(async () => {
    const { startPlaceholders } = await import('./placeholder/start-placeholders.ts')
    return startPlaceholders(consent, options)
  })
  return () => {
    unmountLayers()
    unwatch()
  }
}

const mountOrAsk = (consent: AnyConsent, options: ConsentUiOptions): (() => void) => {
  try {
    return mountLayers(consent, options, askPlainly, watchPage)
  } catch (error) {
    warn('Cannot show the view.', error)
    return consent.$view.listen(() => askPlainly(consent))
  }
}
