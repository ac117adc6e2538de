import type { AnyConsent } from '../core/index.ts'

/** The data that copies of this package share on a page, see `SHARED_KEY`. */
export interface Shared {
  /** The consents that calls of `createConsent` share, by the name of their cookie. */
  readonly consents: Map<string, AnyConsent>
  /** The consents of second calls with other options: they grant nothing and have no view. */
  readonly refused: Set<AnyConsent>
  /** The dispose function of each view that `mountConsentUi` has put on the page. */
  readonly views: WeakMap<AnyConsent, () => void>
}

/** Raise the number when `Shared` changes: copies with another number share none of the data. */
export const SHARED_KEY: unique symbol = Symbol.for('@spaceone/consent/page/1') as never

/** Returns the shared data. The first call creates the data: an import must change nothing. */
export const shared = (): Shared => {
  const page = globalThis as { [SHARED_KEY]?: Shared }
  page[SHARED_KEY] ??= { consents: new Map(), refused: new Set(), views: new WeakMap() }
  return page[SHARED_KEY]
}

/** Returns the consent of the script tag, or `undefined` if the page has none. */
export const tagConsent = (): AnyConsent | undefined => {
  const { spaceoneConsent } = globalThis as {
    spaceoneConsent?: AnyConsent & { readonly version?: string }
  }
  // An HTML element of the page may have this id or name, and is no function.
  const isOurs = spaceoneConsent instanceof Function && spaceoneConsent.version
  return isOurs ? spaceoneConsent : undefined
}
