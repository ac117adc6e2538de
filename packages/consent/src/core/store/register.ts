import type { Consent } from './consent.ts'
import type { AnyConsent } from './service.ts'

/**
 * Tells the hooks of Vue and of React which consent a site provides, so that its categories are known
 * where no consent is passed. A site adds its own, once:
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
 * Names the consent of `Register`. Without one it knows a single category, whose name is the sentence
 * that a compiler then shows in the place of an error about names.
 */
export type RegisteredConsent = Register extends { readonly consent: infer Registered }
  ? Extract<Registered, AnyConsent>
  : Consent<'Add the type of your consent to the interface Register, or pass the consent'>

/** Names the state of a consent, with its own categories. */
export type StateOf<Given extends AnyConsent> = ReturnType<Given['$state']['get']>

/** Names the categories of a consent. */
export type CategoryOf<Given extends AnyConsent> = string & keyof StateOf<Given>['granted']
