import type { AnyConsent } from '../../core/index.ts'

/** Returns a category by name, or the service's own where the site has no category of that name. */
export const categoryFor = (consent: AnyConsent, wanted: string, own: string): string =>
  wanted in consent.$state.get().granted ? wanted : own
