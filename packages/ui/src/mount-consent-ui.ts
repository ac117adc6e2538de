import type { AnyConsent } from '@spaceone/consent-core'
import { mountLayers } from './mount-layers.tsx'
import { watchHeldIframes } from './placeholder/watch-held-iframes.ts'

/** How the view is put on the page. */
export interface ConsentUiOptions {
  /** CSP nonce of the `<style>` fall-back. @default consent.options.nonce */
  readonly nonce?: string | undefined
}

/**
 * Shows the banner while something is to be asked, the preferences when they are opened, and a
 * placeholder for each iframe that waits for its purpose.
 *
 * ```ts
 * const unmount = mountConsentUi(consent)
 * ```
 *
 * @returns The undo: takes every trace off the page. Does nothing where there is no `document`.
 */
export const mountConsentUi = (
  consent: AnyConsent,
  { nonce }: ConsentUiOptions = {},
): (() => void) => {
  if (typeof document === 'undefined') return () => {}

  const unmountLayers = mountLayers(consent, nonce)
  const unwatch = watchHeldIframes(async () => {
    const { startPlaceholders } = await import('./placeholder/start-placeholders.ts')
    return startPlaceholders(consent, nonce)
  })
  return () => {
    unmountLayers()
    unwatch()
  }
}
