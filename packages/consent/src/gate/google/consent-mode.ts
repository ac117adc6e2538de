import type { AnyConsent } from '../../core/index.ts'
import type { DataLayer, Gtag } from './data-layer.ts'

/** The consent signals of Google's tags. */
export type ConsentSignal =
  | 'ad_personalization'
  | 'ad_storage'
  | 'ad_user_data'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

/**
 * The options of Google's consent mode. Of services that share a data layer and name the same
 * signal, the service that starts first counts.
 */
export interface ConsentModeOptions {
  /**
   * The category that grants each signal; `true` grants the signal always, `false` never.
   *
   * @default `analytics_storage`: the category of `googleAnalytics`; for `googleTagManager` the
   *   category `analytics`, or the container's own if the site has no `analytics`; the three
   *   advertising signals: the category of `googleAds`, or `marketing` without `googleAds`;
   *   `functionality_storage` and `personalization_storage`: `personalization`;
   *   `security_storage`: always
   */
  readonly signals?: { readonly [Signal in ConsentSignal]?: string | boolean } | undefined
}

const SIGNALS: { readonly [Signal in ConsentSignal]: string | boolean } = {
  analytics_storage: 'analytics',
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  personalization_storage: 'personalization',
  functionality_storage: 'personalization',
  security_storage: true,
}

const signallers = new WeakMap<DataLayer, Signaller>()

interface Signaller {
  readonly consent: AnyConsent
  /** The category of each signal, from all services of the data layer. */
  signals: ConsentModeOptions['signals']
  update(): void
}

/** Says whether a data layer receives the signals of a consent already. */
export const hasConsentMode = (consent: AnyConsent, layer: DataLayer): boolean =>
  signallers.get(layer)?.consent === consent

/**
 * Sends the consent signals to Google's tags: first the default, which denies every signal that is
 * not always granted, then the present signals, then each change. A tag that is configured before
 * the default runs as if every signal was granted.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export const startConsentMode = (
  consent: AnyConsent,
  layer: DataLayer,
  gtag: Gtag,
  { signals }: ConsentModeOptions,
): void => {
  const earlier = signallers.get(layer)
  if (earlier?.consent === consent) {
    earlier.signals = { ...signals, ...earlier.signals }
    // The tag that is about to start needs them before `$state` calls its other listeners.
    earlier.update()
    return
  }
  const answers = (granted: Readonly<Record<string, boolean>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ ...SIGNALS, ...signaller.signals }).map(([signal, source]) => [
        signal,
        source === true || granted[`${source}`] === true ? 'granted' : 'denied',
      ]),
    )
  let before: string | undefined
  const signaller: Signaller = {
    consent,
    signals,
    update() {
      const update = answers(consent.$state.get().granted)
      const text = Object.values(update).join()
      if (text !== before) gtag('consent', 'update', update)
      before = text
    },
  }
  signallers.set(layer, signaller)
  gtag('consent', 'default', answers({}))
  consent.onChange(signaller.update)
  signaller.update()
}
