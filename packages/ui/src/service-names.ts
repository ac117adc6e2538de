import type { Attachable } from '@spaceone/consent-core'

/** What may have a name. */
type Named = Attachable & { readonly name?: unknown }

/** Gives the names that visitors may see, in a line. What has no name is left out. */
export const serviceNames = (services: readonly Named[] = []): string =>
  services.flatMap(({ name }) => (typeof name === 'string' ? name : [])).join(', ')
