import type { Declared } from '../../inventory/index.ts'
import type { Consent } from './consent.ts'

/** A consent whose category names are unknown to the calling code. */
export type AnyConsent = Consent<string>

/**
 * A name that is not inferred from its place. Without this type, TypeScript could infer the name from the place
 * where the service is used, and any name is valid there. TypeScript 5.4 has `NoInfer` for this
 * purpose.
 */
export type NotInferred<Name extends string> = [Name][Name extends unknown ? 0 : never]

/** The argument of a service's `start` and `stop`. */
export interface ServiceContext {
  readonly consent: AnyConsent
  readonly category: string
}

/**
 * An `AbortSignal`. A site may compile without the types of browsers and of Node, where TypeScript
 * does not know this name.
 */
type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Known } }
  ? Known
  : { readonly aborted: boolean }

/** The argument of a service's `start`. */
interface StartContext extends ServiceContext {
  /**
   * Whether this start is for a grant from before the service was attached, such as on an earlier
   * page.
   */
  readonly isFirst: boolean
  /**
   * Is aborted when the grant ends, just before `stop` is called. Pass it to `fetch` and to
   * `addEventListener`, and check it after each `await`.
   */
  readonly signal: Signal
}

/**
 * A service: what it declares, its rule, and code that may run only while its category is granted,
 * unless the service is `necessary`. `createConsent` connects it to the consent by calling `attach`
 * once, so no site can forget to connect a service to the gate. Anything but `attach` may be
 * missing: a service of Google leaves out facts, because the SDK's inventory has an entry under the
 * service's name.
 */
export interface Service<Name extends string = string> extends Omit<Declared, 'name'> {
  /** The name, shown to visitors and in warnings. @default none: visitors do not see the service */
  readonly name?: Name | undefined
  /**
   * Connects the service to a consent.
   *
   * @param category The category that lists the service; `undefined` for a service outside the
   *   categories.
   * @returns Dispose function: disconnects the service. `destroy()` calls it.
   * @throws If the service cannot start on this page. In development `createConsent` throws the
   *   error. In production the console names the service, and visitors are not asked about the
   *   category that lists the service.
   */
  attach(consent: AnyConsent, category?: string): () => void
  /**
   * Whether an option of the service is invalid, such as its id. If so, no category of the consent
   * can be granted, and `restrict()` has no effect. In development the service throws an error
   * instead. @default false
   */
  readonly isInvalid?: boolean | undefined
  /**
   * Says whether the service could not start although `attach` has returned. If so, visitors are
   * not asked about the category that lists the service. @default never
   */
  failed?(): boolean
  /**
   * Says whether the visitor has refused the service outside the SDK, such as by Google's opt-out
   * add-on. If so, visitors are not asked about the category that lists the service.
   * @default never
   */
  refused?(): boolean
  /**
   * Starts the service. Called at each grant, and on each page if the grant is from an earlier
   * page. The SDK does not wait for a returned promise.
   */
  start?(context: StartContext): unknown
  /**
   * Stops the service. Called when the grant ends, also by expiry or by `destroy()`. Must silence
   * the service at once, without a reload of the page.
   */
  stop?(context: ServiceContext): void
}
