import { keyOf } from './service-key.ts'

/** A service that is shown to visitors. */
interface Named {
  readonly name: string
  readonly category?: string | undefined
}

/**
 * The options that list services. `createConsent` copies its options into objects without a
 * prototype, so that `categories[category]` reads no inherited property.
 */
interface Placing {
  readonly categories: Readonly<
    Record<string, { readonly services?: readonly object[] | undefined } | undefined>
  >
  readonly services?: readonly object[] | undefined
}

/**
 * Returns the services that are shown to visitors: those with a name. The type parameter has the
 * further properties that the caller reads.
 */
export const namedServices = <Service = Named>(
  services: readonly object[] = [],
): readonly (Named & Service)[] =>
  (services as readonly (Named & Service)[]).filter(
    service => typeof service?.name === 'string' && service.name,
  )

/**
 * Returns the services of a category that are shown to visitors: those that the category lists, and
 * those in the option `services` whose `category` is this category.
 */
export const servicesIn = <Service = Named>(
  { categories, services = [] }: Placing,
  category: string,
): readonly (Named & Service)[] =>
  namedServices([
    ...(categories[category]?.services ?? []),
    ...(services as readonly Named[]).filter(service => service?.category === category),
  ])

/**
 * Returns all services, each with the category that lists it. A service of the option `services`
 * has no such category, but may name one.
 */
export const listedServices = <Service extends object>({
  categories,
  services,
}: Placing): readonly (readonly [service: Service, category?: string])[] => [
  ...[services ?? []].flat().map(service => [service as Service] as const),
  ...Object.keys(categories).flatMap(category =>
    (categories[category]?.services ?? []).map(service => [service as Service, category] as const),
  ),
]

/** Returns the keys of all categories and of their services. */
export const keysIn = (options: Placing): readonly string[] => [
  ...Object.keys(options.categories),
  ...listedServices<Named>(options).flatMap(([service, category = service?.category]) =>
    category ? [keyOf(category, service?.name)] : [],
  ),
]
