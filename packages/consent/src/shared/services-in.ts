/** A service that is shown to visitors. */
interface Named {
  readonly name: string
  readonly category?: string | undefined
}

/** The options of `createConsent` that have services. The objects have no prototype. */
interface Placing {
  readonly categories: Readonly<
    Record<string, { readonly services?: readonly object[] | undefined } | undefined>
  >
  readonly services?: readonly object[] | undefined
}

/**
 * Returns the services that are shown to visitors: those with a name. The caller says what it reads
 * of them.
 */
export const namedServices = <Service = Named>(
  services: readonly object[] = [],
): readonly (Named & Service)[] =>
  (services as readonly (Named & Service)[]).filter(({ name }) => typeof name === 'string' && name)

/**
 * Returns the services of a category that are shown to visitors: those that the category lists, and
 * those outside of the categories that name the category.
 */
export const servicesIn = <Service = Named>(
  { categories, services = [] }: Placing,
  category: string,
): readonly (Named & Service)[] =>
  namedServices([
    ...(categories[category]?.services ?? []),
    ...(services as readonly Named[]).filter(service => service.category === category),
  ])
