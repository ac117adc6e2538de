/** The texts about one service in one language. A missing text is "Not stated". */
export interface ServiceWords {
  /** The purpose for which the site uses the data. */
  readonly site?: string
  /** The items as a list, for the banner. */
  readonly collected?: string
  /** When the data is sent. */
  readonly when?: string
  /** The periods of cookies and of the recipient in one phrase, for the banner. */
  readonly kept?: string
  /** The purpose for which the recipient uses the data. */
  readonly recipient?: string
  readonly how?: string
  readonly afterwards?: string
  readonly refusal?: string
  /** Why the service is necessary. */
  readonly necessary?: string
}

/**
 * The texts, in one language, about the services that the SDK declares itself. Each file of
 * `words/` has a part of these texts.
 */
export interface WordsTable {
  /** Items of data by id. `{cookies}` is replaced by the names of the service's cookies. */
  readonly items?: Readonly<Record<string, string>>
  /** The purposes of cookies and storage keys, by name or by the end of a name. */
  readonly stored?: Readonly<Record<string, string>>
  readonly services?: Readonly<Record<string, ServiceWords>>
}

/** The texts of the banner about services, in one language. */
export interface DetailsWords extends WordsTable {
  /** The text in place of a fact that a service does not declare. */
  readonly notStated: string
  /** The text in place of recipients if only the site itself receives the data. */
  readonly onlyThisSite: string
  /** Names of countries by ISO code. The browser's own names are long, or slow to get. */
  readonly countries: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, ServiceWords>>
}
