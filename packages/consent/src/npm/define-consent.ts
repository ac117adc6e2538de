import type { ConsentOptions } from '../core/index.ts'
import type { ConsentUiOptions, HostTexts } from '../ui/index.ts'

/** A site's whole configuration: the options of `createConsent`, and of the view. */
export interface ConsentConfig<
  Category extends string,
  ServiceName extends string = string,
  Language extends string = string,
> extends ConsentOptions<Category, ServiceName> {
  /** The texts that `mountConsentUi` shows in place of the SDK's. @default the SDK's texts */
  readonly texts?: HostTexts<Language> | undefined
  /** The other options of `mountConsentUi`. @default the defaults of `mountConsentUi` */
  readonly look?: Omit<ConsentUiOptions, 'texts'> | undefined
}

/**
 * Returns a configuration as it is, with its type. The app and `npx spaceone-consent` read the same
 * file:
 *
 * ```ts
 * // consent.config.ts
 * export default defineConsent({
 *   policy: { version: '2024-01-18', url: '/privacy' },
 *   categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } },
 *   look: { position: 'left' },
 * })
 * // consent.ts
 * mountConsentUi(createConsent(config))
 * ```
 */
export const defineConsent = <
  Category extends string,
  ServiceName extends string = string,
  Language extends string = string,
>(
  config: ConsentConfig<Category, ServiceName, Language>,
): ConsentConfig<Category, ServiceName, Language> => config
