import type { AnyConsent } from '../../core/index.ts'

/**
 * Returns the name if the site has a category of this name, otherwise the service's own category.
 */
export const categoryFor = (consent: AnyConsent, wanted: string, own: string): string =>
  wanted in consent.$state.get().granted ? wanted : own
