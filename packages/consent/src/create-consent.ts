import {
  COOKIE_NAME,
  type Consent,
  type ConsentOptions,
  createConsent as create,
  type Ports,
} from './core/index.ts'
import { shared, tagConsent } from './page-consents.ts'
import { ownCopy } from './shared/own-copy.ts'
import { quietly } from './shared/quietly.ts'
import { warn } from './shared/warn.ts'

/**
 * Creates the consent of a page and starts what has been granted before.
 *
 * ```ts
 * const consent = createConsent({
 *   policy: { version: '2024-01-18', url: '/privacy' },
 *   categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } },
 * })
 * consent.isGranted('analytics')
 * ```
 *
 * There is one for each cookie on a page, whoever creates it and from whichever copy of this
 * package. Who asks again with the same set-up gets the same one, with the services that run
 * already. Another set-up is refused until `destroy()`: that consent grants nothing, and the console
 * says so once.
 *
 * @throws ConsentError when the configuration cannot work, where a developer is looking. On a
 *   visitor's page only a service's own id or address is checked: a decision that any other mistake
 *   would spoil is none.
 */
export const createConsent = <Category extends string, ServiceName extends string = string>(
  given: ConsentOptions<Category, ServiceName>,
  givenPorts: Ports = {},
): Consent<Category, ServiceName> => {
  const options = ownCopy(given)
  const ports = ownCopy(givenPorts)
  // A server has many visitors, and nothing to start.
  if (typeof document === 'undefined')
    return Object.assign(create<Category, ServiceName>(withoutServices(options), ports), {
      options,
    })
  // Who keeps the record elsewhere has another one.
  if (ports.storage) return create(options, ports)

  const { consents, refused, views } = shared()
  const name = cookieOf(options)
  const tag = tagConsent()
  const there = consents.get(name) ?? (tag && cookieOf(tag.options) === name ? tag : undefined)
  if (!there) {
    const consent = create(options, ports)
    const { destroy } = consent
    consent.destroy = () => {
      views.get(consent)?.()
      if (consents.get(name) === consent) consents.delete(name)
      destroy()
    }
    consents.set(name, consent)
    return consent
  }

  const { openPreferences, openGuide, close, restrict, refresh, history, erase } = there
  if (options.restricted) restrict(true)
  if (setUp(there.options) === setUp(options)) {
    refresh()
    return there as unknown as Consent<Category, ServiceName>
  }
  if (refused.size === 0) warn('Another set-up is on this page: call its destroy() before')
  const consent = create<Category, ServiceName>({ ...withoutServices(options), restricted: true })
  consent.destroy()
  refused.add(consent)
  // The settings are those that count; nothing that is said here lifts the restriction.
  return Object.assign(consent, { openPreferences, openGuide, close, restrict, history, erase })
}

/** The same purposes, with nothing behind them that would start. */
const withoutServices = <Category extends string>(options: ConsentOptions<Category>) => {
  const categories = Object.keys(options.categories ?? {}).map(category => [category, {}])
  return {
    ...options,
    categories: Object.fromEntries(categories),
    services: [],
    report: undefined,
  }
}

// What is no set-up at all is refused a step further on.
const cookieOf = (options: ConsentOptions<string>) => options?.cookie?.name ?? COOKIE_NAME

/**
 * What has to be the same for two to be one: whom they ask about what, and for how long. Of services
 * it is the data; Google's have their id in their addresses. What cannot be compared is like nothing
 * else.
 */
const setUp = ({ policy, categories, cookie, report }: ConsentOptions<string>): unknown =>
  quietly(() =>
    JSON.stringify([policy.version, categories, cookie?.domain, cookie?.days, report]),
  ) ?? {}
