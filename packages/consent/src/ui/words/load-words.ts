import type { AnyConsent } from '../../core/index.ts'
import type { Declared, ServiceDetails } from '../../inventory/index.ts'
import { warn } from '../../options/warn.ts'
import type { OwnLanguage } from '../../shared/languages.ts'
import { own as ownOf } from '../../shared/own.ts'
import { servicesIn } from '../../shared/services-in.ts'
import type { BannerText } from '../../words/banner-text.ts'
import type { startParts } from '../parts/start-parts.tsx'
import type { ConsentUiOptions } from '../view/options.ts'
import { spokenLanguage } from './languages.ts'
import { policyUrl } from './policy-url.ts'
import type { Shown } from './service-names.ts'
import { withHostText } from './texts.ts'

/**
 * What a service declares, with texts in place of functions that load them, and what the banner
 * says about the service.
 */
export interface DescribedService {
  readonly declared: Declared
  readonly details: ServiceDetails
}

/** The texts of the banner in one language. */
export interface Words {
  /** The language that the page asked for, a BCP 47 tag. */
  readonly wanted: string
  /** The language of the texts, a BCP 47 tag. */
  readonly language: string
  /** The language of the SDK's own texts, which are shown where the site has none. */
  readonly own: OwnLanguage
  readonly text: BannerText
  /**
   * The details of the services whose words are not among the banner's texts. @default for each
   * service what `knownDetails` returns
   */
  readonly described?: ReadonlyMap<object, DescribedService> | undefined
  /**
   * The function `withHostText`, passed to the preferences so that the file of the preferences
   * needs no copy.
   */
  readonly merge: typeof withHostText
  readonly policy: typeof policyUrl
  /**
   * The reason why the banner asks a visitor again. The banner shows the reason above its first
   * sentence, as soon as the part that shows the record has loaded.
   */
  readonly why?: readonly (Node | string)[] | undefined
}

/** Loads the code that describes services whose words do not come with the banner. */
export type LoadDescribe = () => Promise<typeof import('./describe-services.ts')>

/**
 * Loads the banner's texts in one of the SDK's languages. Rejects if the texts cannot be loaded.
 */
export type LoadBannerText = (own: OwnLanguage) => Promise<{ readonly text: BannerText }>

/**
 * Loads the code of the preferences, the guide and the blocks, and may preload their texts in a
 * language.
 */
export type LoadStartParts = (own: OwnLanguage) => Promise<typeof startParts>

/**
 * Loads the banner's texts in the language of the page, merged with the site's texts. Rejects if
 * the texts cannot be loaded.
 */
export const loadWords = async (
  loadBannerText: LoadBannerText,
  loadDescribe: LoadDescribe,
  consent: AnyConsent,
  { texts }: ConsentUiOptions,
): Promise<Words> => {
  const wanted = consent.$state.get().language
  const { tag, own } = spokenLanguage(wanted, texts)
  const ours = await loadBannerText(own)
  const text = withHostText(ours.text, texts?.[tag]?.banner)
  const { options } = consent
  // The words about a service of Google come with the banner, unless the site declares the service
  // itself.
  const isKnown = ({ name, retention }: Shown) => !retention && ownOf(text.services, name)
  const isLate = Object.keys(options.categories).some(category => {
    const services = servicesIn<Shown>(options, category)
    return !services[0] || !services.every(isKnown)
  })
  return {
    wanted,
    language: tag,
    own,
    text,
    // If the code cannot be loaded, the banner says of each service without words in `text` who
    // receives the data, and that the rest is not stated.
    described: isLate
      ? await loadDescribe()
          .then(({ describeServices }) => describeServices(options, text, tag, own, warn))
          .catch(() => undefined)
      : undefined,
    merge: withHostText,
    policy: policyUrl,
  }
}
