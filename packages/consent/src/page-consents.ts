import { type AnyConsent, COOKIE_NAME, type ConsentOptions } from './core/index.ts'

/** What all copies of this package on one page know together. */
interface Shared {
  /** What was created, by the name of its cookie. */
  readonly consents: Map<string, AnyConsent>
  /** What was refused, and is never shown. */
  readonly refused: Set<AnyConsent>
  /** The undo of each view that is shown. */
  readonly views: WeakMap<AnyConsent, () => void>
}

const KEY = Symbol.for('@spaceone/consent')

/** Gives it; the first to ask makes it, so that an import leaves nothing behind. */
export const shared = (): Shared => {
  const page = globalThis as { [KEY]?: Shared }
  page[KEY] ??= { consents: new Map(), refused: new Set(), views: new WeakMap() }
  return page[KEY]
}

/** Gives the consent of the script tag, if the page has one. */
export const tagConsent = (): AnyConsent | undefined => {
  const { spaceoneConsent } = globalThis as {
    spaceoneConsent?: AnyConsent & { readonly version?: string }
  }
  // An element with that id or name stands there too; it is no function.
  const isOurs = spaceoneConsent instanceof Function && spaceoneConsent.version
  return isOurs ? spaceoneConsent : undefined
}

/** Gives the consent that the npm package has created for the cookie of a set-up. */
export const npmConsent = ({ cookie }: ConsentOptions<string>): AnyConsent | undefined =>
  (globalThis as { [KEY]?: Shared })[KEY]?.consents.get(cookie?.name ?? COOKIE_NAME)
