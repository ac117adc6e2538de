import type { BannerText } from './en/banner.ts'

/**
 * The texts about one service. In place of a missing purpose visitors read "Not stated", in place
 * of the recipient's purpose only if the service has a recipient.
 */
export interface ServiceWords {
  /** The purpose for which the site uses the data. */
  readonly site?: string | undefined
  /** The purpose for which the recipient uses the data. */
  readonly recipient?: string | undefined
  /** How long the recipient keeps the data, in words. @default the declared time in words */
  readonly kept?: string | undefined
  readonly afterwards?: string | undefined
  readonly refusal?: string | undefined
  /** Why the service is necessary. */
  readonly necessary?: string | undefined
}

/** The texts about the services that the SDK knows. */
export interface ServiceTexts {
  /** Items of data by id. `{cookies}` is replaced by the names of the service's cookies. */
  readonly items?: Readonly<Record<string, string>>
  readonly services?: Readonly<Record<string, ServiceWords>>
  /** When and how the data of a known service is sent to another country. */
  readonly sent?: { readonly when: string; readonly how: string }
  /** The purposes of cookies, storage keys and databases, by name or its end (`.history`). */
  readonly stored?: Readonly<Record<string, string>>
}

/** The texts with which facts of services are printed, in one language. */
export interface FactWords extends Pick<BannerText, 'notStated' | 'withNote'> {
  /** The text in place of recipients if only the site itself receives the data. */
  readonly onlyThisSite: string
  /** Names of countries by ISO code, where the browser's own name is long. */
  readonly countries: Readonly<Record<string, string>>
  /** Label of a link to a privacy policy. */
  readonly policy: string
  /** The line with the companies that work for a recipient, `{names}`. */
  readonly subprocessors: string
}

/** The texts about services in one language: those for any service, and our own about some. */
export interface DetailsWords extends Omit<FactWords, 'notStated' | 'withNote'>, ServiceTexts {
  /** The terms of the facts in the banner's details, in the order of `DETAILS` in `facts.ts`. */
  readonly terms: readonly string[]
}
