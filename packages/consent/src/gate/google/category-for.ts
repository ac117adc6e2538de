import type { AnyConsent } from '../../core/index.ts'

/**
 * Returns `wanted` if the site has a category of this name, otherwise `own`, the service's
 * category.
 */
export const categoryFor = (consent: AnyConsent, wanted: string, own: string): string =>
  wanted in consent.$state.get().granted ? wanted : own
