import type { AnyConsent } from '../core/index.ts'

/** The data that all copies of this package share on a page. */
export interface Shared {
  /** The consents that the npm package has created, by the name of their cookie. */
  readonly consents: Map<string, AnyConsent>
  /**
   * The consents that grant nothing, from a second call of `createConsent` with other options. Such
   * a consent never has a view.
   */
  readonly refused: Set<AnyConsent>
  /** The dispose function of each view that `mountConsentUi` has put on the page. */
  readonly views: WeakMap<AnyConsent, () => void>
}

/**
 * The key of the shared data on `globalThis`. Its number is the version of the type `Shared`: raise
 * it with each change of the type. A copy of the SDK with another number does not share this data.
 */
export const SHARED_KEY: unique symbol = Symbol.for('@spaceone/consent/page/1') as never

/**
 * Returns the shared data. The first call creates the data. An import alone must change nothing on
 * the page.
 */
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
  // `window.spaceoneConsent` may also be an HTML element with this id or name, and an element is
  // not a function.
  const isOurs = spaceoneConsent instanceof Function && spaceoneConsent.version
  return isOurs ? spaceoneConsent : undefined
}
