/** A cookie as it was seen. */
export interface SuggestedCookie {
  readonly name: string
  /** The longest lifetime that was seen, in seconds; `undefined` for a session cookie. */
  readonly seconds: number | undefined
}

/** A preset of `@spaceone/consent/services` for a service that was seen. */
interface SuggestedPreset {
  /** The name of the function, such as `clarity`. */
  readonly call: string
  readonly needsId: boolean
  /** The id that was seen; `undefined` if none was, or the preset needs none. */
  readonly id: string | undefined
}

/** A service that was seen and is not declared, or not with all that was seen. */
export interface Suggestion {
  readonly name: string
  readonly company: string | undefined
  /** The category; `undefined` for what the site itself stores, which may be necessary. */
  readonly category: string | undefined
  readonly preset: SuggestedPreset | undefined
  /** Whether the inventory has a service of this name, which lacks what is listed here. */
  readonly isDeclared: boolean
  /** Hosts, and paths on the page's own site. */
  readonly addresses: readonly string[]
  /** Cookies that were seen, without those that the inventory or the preset declares. */
  readonly cookies: readonly SuggestedCookie[]
  readonly storage: readonly string[]
  readonly databases: readonly string[]
}
