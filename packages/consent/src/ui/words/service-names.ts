import type { Attachable } from '../../core/index.ts'
import type { Declared, Words } from '../../inventory/index.ts'

/** The properties of a service that the view reads: its name, and what it declares. */
export type Shown = Attachable & Declared<Words>

/** Returns the names of services, separated by commas. */
export const serviceNames = (services: readonly Shown[]): string =>
  services.map(({ name }) => name).join(', ')
