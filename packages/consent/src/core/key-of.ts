/**
 * Gives the name under which a service stands in a record and in held mark-up: `category/name`; a
 * category alone stands for all of it.
 */
export const keyOf = (category: string, service?: string): string =>
  service === undefined ? category : `${category}/${service}`
