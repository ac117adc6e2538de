import {
  type Consent,
  type ConsentOptions,
  createStore,
  type InnerPorts,
  type Ports,
} from '../core/index.ts'
import { warnOfMarkup } from '../gate/warn-of-markup.ts'
// Do not import from `inventory/index.ts`: bundlers would keep its tables in production.
import { faultsIn } from '../inventory/check/fault-values.ts'
import { warn } from '../options/warn.ts'
import { COOKIE_NAME } from '../shared/defaults.ts'
import { attempt, quietly } from '../shared/errors.ts'
import { supportedLanguage } from '../shared/languages.ts'
import { ownCopy } from '../shared/own-properties.ts'
import { shared, tagConsent } from './page-consents.ts'

/**
 * Creates the consent of a page and starts the services that are granted already.
 *
 * ```ts
 * const consent = createConsent({
 *   policy: { version: '2024-01-18', url: '/privacy' },
 *   categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } },
 * })
 * consent.isGranted('analytics')
 * ```
 *
 * A page has one consent for each cookie name, which copies of this package share, but not one with
 * a port `storage`. A second call for the same name with `policy.version`, `categories`, `cookie`
 * and `delivery` that are equal as JSON returns the same consent, and its services keep running. If
 * one of these options differs or cannot be written as JSON, a second call before `destroy()`
 * returns a consent that grants nothing, of which the console warns once a page.
 * Two copies of different versions cannot always share a consent; if not, each asks the visitor.
 *
 * In production `createConsent` does not throw. If `policy.version` is missing or blank, or the
 * `id`, `src`, `server` or `dataLayer` of a service is invalid, the consent grants nothing: its
 * status is `restricted`, and `restrict()` has no effect. The console shows the code of the invalid
 * option. If the options cannot be read, the consent has no category.
 *
 * @throws ConsentError if an option is invalid, in development.
 */
export const createConsent = <Category extends string, ServiceName extends string = string>(
  given: ConsentOptions<Category, ServiceName>,
  givenPorts: Ports = {},
): Consent<Category, ServiceName> => {
  const options = ownCopy(given ?? {})
  const ports = ownCopy(givenPorts)
  // A server has many visitors: start no service there, and share no consent.
  if (typeof document === 'undefined') return create(options, { ...ports, isDetached: true })
  // A consent with a storage of its own is not shared.
  if (ports.storage) return create(options, ports)

  const { consents, refused, views } = shared()
  const name = cookieOf(options)
  const tag = tagConsent()
  const there = consents.get(name) ?? (tag && cookieOf(tag.options) === name ? tag : undefined)
  if (!there) {
    // Warn of all mistakes first, because `create` may throw an error for one of them.
    if (process.env.NODE_ENV !== 'production') warnOfDeclarations(options, options.language)
    const consent = create(options, ports)
    if (process.env.NODE_ENV !== 'production')
      consent.$state.subscribe(({ language }) => warnOfDeclarations(options, language))
    const stop =
      process.env.NODE_ENV !== 'production' ? warnOfMarkup(() => views.has(consent)) : undefined
    const { destroy } = consent
    consent.destroy = () => {
      stop?.()
      views.get(consent)?.()
      if (consents.get(name) === consent) consents.delete(name)
      destroy()
    }
    consents.set(name, consent)
    return consent
  }

  const { openPreferences, openGuide, close, restrict, refresh, history, erase } = there
  if (options.restricted) restrict(true)
  // Options that cannot be read, or written as JSON, are equal to none.
  if (quietly(() => setUp(there.options) === setUp(options))) {
    refresh()
    return there as unknown as Consent<Category, ServiceName>
  }
  if (refused.size === 0) warn('other-set-up')
  const consent = create(options, { isDetached: true, isInvalid: true })
  consent.destroy()
  refused.add(consent)
  // They act on the first consent: code that has only the second can still restrict the visitor.
  return Object.assign(consent, { openPreferences, openGuide, close, restrict, history, erase })
}

/** Creates a consent. In production unreadable options give a consent without categories. */
const create = <Category extends string, ServiceName extends string = string>(
  options: ConsentOptions<Category, ServiceName>,
  ports: InnerPorts,
): Consent<Category, ServiceName> => {
  if (process.env.NODE_ENV !== 'production') return createStore(options, ports)
  const { version } = options.policy ?? {}
  const isInvalid = !version?.trim?.()
  if (isInvalid) warn('policy-version', version)
  return (
    attempt(() => createStore(options, { ...ports, isInvalid: isInvalid || ports.isInvalid })) ??
    createStore(
      { policy: { version: '-' }, categories: {} as never },
      { ...ports, isInvalid: true },
    )
  )
}

const cookieOf = ({ cookie }: ConsentOptions<string>) => cookie?.name ?? COOKIE_NAME

/** Returns, as JSON, what calls that share a consent have equal. Addresses have Google's ids. */
const setUp = ({ policy, categories, cookie, delivery }: ConsentOptions<string>): unknown =>
  JSON.stringify([policy.version, categories, cookie?.domain, cookie?.days, delivery])

/** For the options of each consent, the paths that a warning has named already. */
const named = new WeakMap<object, Set<string>>()

/** Warns of mistakes in the declarations of a site, once for each path, in development. */
const warnOfDeclarations = (options: ConsentOptions<string>, language: string | undefined) => {
  // If the options cannot be read, ignore the error here: `createConsent` throws its own error.
  quietly(() => {
    const known = named.get(options) ?? new Set()
    named.set(options, known)
    // A language of the SDK needs a text for all words.
    for (const fault of faultsIn(options, supportedLanguage(language, []))) {
      if (!known.has(fault[0])) warn('declaration', ...fault)
      known.add(fault[0])
    }
  })
}
