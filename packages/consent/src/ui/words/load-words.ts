import type { AnyConsent, PolicyOptions } from '../../core/index.ts'
import type { Declared, Fact, Facts, Heading, Texts } from '../../inventory/index.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { type OwnLanguage, ownLanguage, supportedLanguage } from '../../shared/languages.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { servicesIn } from '../../shared/services.ts'
import type { BannerText } from '../../words/en/banner.ts'
import type { ConsentUiOptions } from '../view/options.ts'
import { purposeName, withHostText } from './texts.ts'

/** The texts of the banner in one language. */
export interface BannerWords {
  /** The language of `$state` at the time of loading, a BCP 47 tag. */
  readonly wanted: string
  /** The language of the texts, a BCP 47 tag. */
  readonly language: string
  /** The language of the SDK's own texts, which are shown where the site has none. */
  readonly own: OwnLanguage
  readonly text: BannerText
  /** What `describeServices` returns. Missing if this function is not needed, or fails. */
  readonly described?:
    | {
        /** What each service declares, with texts in place of functions that load them. */
        readonly declared: ReadonlyMap<object, Declared<Texts>>
        /** Returns what a visitor can read about a service before deciding. */
        detailsOf(service: { readonly name: string }): readonly Fact[]
      }
    | undefined
  /** Returns the facts of the services of categories, with their names if there are several. */
  readonly details: (categories: readonly string[]) => readonly (Facts | Heading)[]
  /** The function `withHostText`, passed on so that the file of the preferences needs no copy. */
  readonly merge: typeof withHostText
  /** Returns the URL of a policy in the language of the page, see `policyUrl`. */
  readonly policyUrl: (url: PolicyOptions['url']) => string | undefined
  /** Says why the banner asks again, before its lead. Missing until `record` has loaded. */
  readonly why?: readonly (Node | string)[] | undefined
}

/** The properties of a service with which a site replaces facts in the banner's own texts. */
const STATED = [
  ...(['recipients', 'retention', 'collects', 'purposes', 'refusal', 'config', 'facts'] as const),
]

/**
 * Loads the banner's texts in the language of the page, each replaced by the site's if the site has
 * written it. Calls `loadDescribe` unless all words about services come with the banner.
 */
export const loadWords = async (
  loadBannerText: (own: OwnLanguage) => Promise<{ readonly text: BannerText }>,
  loadDescribe: () => Promise<typeof import('./describe-services.ts')>,
  consent: AnyConsent,
  { texts }: ConsentUiOptions,
): Promise<BannerWords> => {
  const { options } = consent
  const wanted = consent.$state.get().language
  const language = supportedLanguage(wanted, Object.keys(texts ?? {})) ?? 'en'
  const own = ownLanguage(wanted)
  const ours = await loadBannerText(own)
  const text = withHostText(ours.text, texts?.[language]?.banner)
  const printed = ({ name }: { readonly name: string }) => ownProperty(text.printed, name)
  const isPrinted = (service: Declared) => printed(service) && !STATED.some(fact => service[fact])
  const isLate =
    texts?.[language]?.details ||
    Object.keys(options.categories).some(category => {
      const services = servicesIn(options, category)
      return !services[0] || !services.every(isPrinted)
    })
  // If the code cannot be loaded, the banner names the services, and our own words are shown.
  const described = isLate
    ? await loadDescribe()
        .then(({ describeServices }) => describeServices(options, text, language, own, texts, warn))
        .catch(() => undefined)
    : undefined
  return {
    ...{ wanted, language, own, text, described },
    details(categories) {
      const shown = categories.flatMap((category): readonly { readonly name: string }[] => {
        const services = servicesIn(options, category)
        return services[0] ? services : [{ name: purposeName(category, text.purposes) }]
      })
      return shown.flatMap((service): (Facts | Heading)[] => {
        const { name } = service
        return [
          ...(shown[1] ? [{ heading: name, deeper: 1 as const }] : []),
          { facts: described ? described.detailsOf(service) : (printed(service) ?? []) },
        ]
      })
    },
    merge: withHostText,
    policyUrl: url => policyUrl(url, wanted, language),
  }
}

/**
 * Returns the URL of the policy in the language of the page (`tag`), else in that of the texts,
 * else the first; with npm `undefined` if it is neither relative nor http nor https, such as
 * `javascript:`.
 */
export const policyUrl = (
  url: PolicyOptions['url'],
  tag: string,
  language: string,
): string | undefined => {
  const address =
    typeof url === 'object'
      ? (ownProperty(url, tag) ?? ownProperty(url, language) ?? Object.values(url)[0])
      : url
  // A colon ends a scheme, unless `/`, `?` or `#` precedes it. The script tag has checked the form.
  return address && (IS_TAG || /^(https?:|[^:]*($|[/?#]))/i.test(address)) ? address : undefined
}
