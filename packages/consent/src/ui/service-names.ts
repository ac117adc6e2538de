import type { Attachable } from '../core/index.ts'

/** A service as far as the view knows it. */
export interface Shown extends Attachable {
  readonly name: string
  /** Names and prefixes of the cookies that it sets. */
  readonly cookies?: readonly string[]
}

/** Gives the services that visitors may see. What has no name is left out. */
export const namedServices = (services: readonly Attachable[] = []): readonly Shown[] =>
  (services as readonly Shown[]).filter(({ name }) => typeof name === 'string' && name)

/** Gives the names that visitors may see, in a line. */
export const serviceNames = (services?: readonly Attachable[]): string =>
  namedServices(services)
    .map(({ name }) => name)
    .join(', ')
