import type { Consent } from './consent.ts'
import type { AnyConsent } from './service.ts'

/**
 * Names the type of a site's consent. The hooks of Vue and React use this type if they are called
 * without a consent. A site adds the type once:
 *
 * ```ts
 * declare module '@spaceone/consent' {
 *   interface Register {
 *     consent: typeof consent
 *   }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: the site fills it.
export interface Register {}

/**
 * The type of consent that a site has added to `Register`. If the site has added none, the only
 * category has a sentence as its name. A compiler shows this sentence at each use of another name.
 */
export type RegisteredConsent = Register extends { readonly consent: infer Registered }
  ? Extract<Registered, AnyConsent>
  : Consent<'Add the type of your consent to the interface Register, or pass the consent'>

/** The type of a consent's state. */
export type StateOf<Given extends AnyConsent> = ReturnType<Given['$state']['get']>

/** The names of a consent's categories. */
export type CategoryOf<Given extends AnyConsent> = string & keyof StateOf<Given>['granted']
