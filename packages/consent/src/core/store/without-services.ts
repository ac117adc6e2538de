import { namedServices } from '../../shared/services.ts'
import type { CategoryOptions, ConsentOptions } from './options.ts'
import type { Service } from './service.ts'

/**
 * Returns the options without delivery, and with services that have only their names, for a consent
 * where none may start. Accepts options of any type: `createStore` rejects invalid options later.
 */
export const withoutServices = <Category extends string, ServiceName extends string>(
  options: ConsentOptions<Category, ServiceName>,
): ConsentOptions<Category, ServiceName> => {
  const inert = (services: readonly Service[] | undefined) =>
    namedServices([services ?? []].flat()).map(({ name, category }) => ({
      name: name as ServiceName,
      category,
      attach: () => () => {},
    }))
  const categories = Object.entries<CategoryOptions>(options.categories ?? {})
  return {
    ...options,
    categories: Object.fromEntries(
      categories.map(([category, given]) => [category, { services: inert(given?.services) }]),
    ) as unknown as ConsentOptions<Category, ServiceName>['categories'],
    services: inert(options.services),
    delivery: undefined,
  }
}
