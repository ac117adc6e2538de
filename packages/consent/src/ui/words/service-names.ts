import type { AnyConsent, Attachable } from '../../core/index.ts'
import type { Declared, Words } from '../../inventory/index.ts'

/** The properties of a service that the view reads: its name, and what it declares. */
export type Shown = Attachable & Declared<Words>

/** Returns the services that are shown to visitors: those with a name. */
export const namedServices = (services: readonly Attachable[] = []): readonly Shown[] =>
  (services as readonly Shown[]).filter(({ name }) => typeof name === 'string' && name)

/**
 * Returns the services of a category that are shown to visitors: those that the category lists, and
 * those outside of the categories that name the category.
 */
export const servicesIn = (
  { categories, services = [] }: AnyConsent['options'],
  category: string,
): readonly Shown[] =>
  namedServices([
    ...(categories[category]?.services ?? []),
    ...(services as readonly Shown[]).filter(service => service.category === category),
  ])

/** Returns the names of services, separated by commas. */
export const serviceNames = (services: readonly Shown[]): string =>
  services.map(({ name }) => name).join(', ')
