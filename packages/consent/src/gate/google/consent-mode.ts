import type { AnyConsent } from '../../core/index.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import type { DataLayer } from './data-layer.ts'

/** What Google's tags ask for. */
export type ConsentSignal =
  | 'ad_personalization'
  | 'ad_storage'
  | 'ad_user_data'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

/** How Google's tags are told. Of several services on one data layer the first that names a signal says. */
export interface ConsentModeOptions {
  /**
   * The category that grants each signal, or `true` and `false` for always and never.
   *
   * @default analytics_storage by the service's own category, the three of ads by `marketing` or, with
   *   `googleAds`, by its own,
   *   functionality_storage and personalization_storage by `personalization`, security_storage
   *   always
   */
  readonly signals?: { readonly [Signal in ConsentSignal]?: string | boolean } | undefined
  /**
   * Carries the click's id along in links while cookies are denied; while `analytics_storage` is
   * denied and the tag runs, an id of the visit as well. @default false
   */
  readonly urlPassthrough?: boolean | undefined
  /** Leaves the click's id out of what ads send while denied; not of the page's address. @default false */
  readonly adsDataRedaction?: boolean | undefined
  /** How long tags wait for an update, in milliseconds. The SDK gives it at once. @default 0 */
  readonly waitForUpdate?: number | undefined
}

type Answer = 'granted' | 'denied'

const SIGNALS: { readonly [Signal in ConsentSignal]: string | boolean } = {
  analytics_storage: 'analytics',
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  personalization_storage: 'personalization',
  functionality_storage: 'personalization',
  security_storage: true,
}

/** The consent that a data layer has been told of. */
const told = new WeakMap<DataLayer, Told>()

interface Told {
  readonly consent: AnyConsent
  /** Those of all its services; the first to name one counts. */
  signals: ConsentModeOptions['signals']
  tell(): void
}

/** Says whether a data layer has been told of a consent before. */
export const isTold = (consent: AnyConsent, layer: DataLayer): boolean =>
  told.get(layer)?.consent === consent

/**
 * Tells Google's tags what is granted: everything denied first, then what is granted now, then each
 * change. The order counts: a tag that is configured before the default runs as if nothing had
 * been said.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export const startConsentMode = (
  consent: AnyConsent,
  layer: DataLayer,
  gtag: (...command: unknown[]) => void,
  { signals, urlPassthrough, adsDataRedaction, waitForUpdate }: ConsentModeOptions,
): void => {
  const earlier = told.get(layer)
  if (earlier && isTold(consent, layer)) {
    earlier.signals = ownCopy({ ...signals, ...earlier.signals })
    // Before what is about to start, whoever follows the state first.
    earlier.tell()
    return
  }
  const answers = (granted: Readonly<Record<string, boolean>>): Record<string, Answer | number> =>
    Object.fromEntries(
      Object.entries({ ...SIGNALS, ...known.signals }).map(([signal, source]) => [
        signal,
        source === true || granted[`${source}`] === true ? 'granted' : 'denied',
      ]),
    )
  let before: string | undefined
  const known: Told = {
    consent,
    signals,
    tell() {
      const update = answers(consent.$state.get().granted)
      const text = Object.values(update).join()
      if (text !== before) gtag('consent', 'update', update)
      before = text
    },
  }
  told.set(layer, known)
  gtag('consent', 'default', {
    ...answers({}),
    ...(waitForUpdate && { wait_for_update: waitForUpdate }),
  })
  if (urlPassthrough) gtag('set', 'url_passthrough', true)
  if (adsDataRedaction) gtag('set', 'ads_data_redaction', true)
  consent.$state.subscribe(known.tell)
}
