import type { Attachable } from '../../core/index.ts'

/** The properties of a service that the view reads. */
export interface Shown extends Attachable {
  readonly name: string
  /** Names and prefixes of the cookies that the service sets. */
  readonly cookies?: readonly string[]
}

/** Returns the services that are shown to visitors: those with a name. */
export const namedServices = (services: readonly Attachable[] = []): readonly Shown[] =>
  (services as readonly Shown[]).filter(({ name }) => typeof name === 'string' && name)

/** Returns the names of the services that are shown to visitors, separated by commas. */
export const serviceNames = (services?: readonly Attachable[]): string =>
  namedServices(services)
    .map(({ name }) => name)
    .join(', ')
