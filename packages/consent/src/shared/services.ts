import { IS_TAG } from './build.ts'

/** The key of a category, `category`, or of one of its services, `category/name`. */
export type ConsentKey<Category extends string, ServiceName extends string = string> =
  | Category
  | `${Category}/${ServiceName}`

/** Returns the key of a service, `category/name`; without a name, the category. */
export const keyOf = (category: string, service?: string): string =>
  // Every service of the script tag has a name.
  !IS_TAG && service === undefined ? category : `${category}/${service}`

/** Returns the category part of a key. */
export const categoryOf = (key: string): string => key.replace(/\/.*/s, '')

/** The properties of a service that this file reads. */
interface Listed {
  readonly name?: string | undefined
  readonly category?: string | undefined
}

/** Options that list services. Those of a consent have no prototype, so they inherit nothing. */
export interface ServiceLists<Service> {
  readonly categories: Readonly<
    Record<string, { readonly services?: readonly Service[] | undefined } | undefined>
  >
  readonly services?: readonly Service[] | undefined
}

/** Returns the services that are shown to visitors: those with a name. */
export const namedServices = <Service extends Listed>(
  services: readonly Service[] = [],
): readonly (Service & { readonly name: string })[] =>
  (services as readonly (Service & { readonly name: string })[]).filter(
    service => typeof service?.name === 'string' && service.name,
  )

/** Returns the named services that a category lists, or that name the category. */
export const servicesIn = <Service extends Listed>(
  { categories, services = [] }: ServiceLists<Service>,
  category: string,
): readonly (Service & { readonly name: string })[] =>
  namedServices([
    ...(categories[category]?.services ?? []),
    ...services.filter(service => service?.category === category),
  ])

/** Returns all services, each with the category that lists it, if any. */
export const listedServices = <Service extends Listed>({
  categories,
  services,
}: ServiceLists<Service>): readonly (readonly [service: Service, category?: string])[] => [
  ...[services ?? []].flat().map(service => [service as Service] as const),
  ...Object.keys(categories).flatMap(category =>
    (categories[category]?.services ?? []).map(service => [service, category] as const),
  ),
]

/** Returns the keys of all categories and of their services. */
export const keysIn = (options: ServiceLists<Listed>): readonly string[] => [
  ...Object.keys(options.categories),
  ...listedServices(options).flatMap(([service, category = service?.category]) =>
    category ? [keyOf(category, service?.name)] : [],
  ),
]
