import type { Attachable } from '../../core/index.ts'
import type { Declared, Words } from '../../inventory/index.ts'

/** The properties of a service that the view reads: its name, and what it declares. */
export type Shown = Attachable & Declared<Words>

/** Returns the services that are shown to visitors: those with a name. */
export const namedServices = (services: readonly Attachable[] = []): readonly Shown[] =>
  (services as readonly Shown[]).filter(({ name }) => typeof name === 'string' && name)

/** Returns the names of the services that are shown to visitors, separated by commas. */
export const serviceNames = (services?: readonly Attachable[]): string =>
  namedServices(services)
    .map(({ name }) => name)
    .join(', ')
