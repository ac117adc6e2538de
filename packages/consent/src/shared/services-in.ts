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
  (services as readonly (Named & Service)[]).filter(({ name }) => typeof name === 'string' && name)

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
    ...(services as readonly Named[]).filter(service => service.category === category),
  ])
