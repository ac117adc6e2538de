import type { Declared } from '../../inventory/index.ts'
import type { ConsentRecord } from '../record/record.ts'
import type { AnyConsent } from './consent.ts'

/** The argument of a service's `start` and `stop`. */
export interface ServiceContext {
  readonly consent: AnyConsent
  readonly category: string
}

/** An `AbortSignal`, also where a site compiles without the types of browsers and of Node. */
type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Known } }
  ? Known
  : { readonly aborted: boolean }

/** The argument of a service's `start`. */
interface StartContext extends ServiceContext {
  /** Whether the grant is from before the service was attached, such as on an earlier page. */
  readonly isFirst: boolean
  /**
   * Is aborted when the grant ends, just before `stop` is called. Pass it to `fetch` and to
   * `addEventListener`, and check it after each `await`.
   */
  readonly signal: Signal
}

/**
 * A service: what it declares, its rule, and code that may run only while its category is granted,
 * unless the service is `necessary`. Anything but `attach` may be missing: a service of Google
 * leaves out facts, because the SDK's inventory has an entry under the service's name.
 */
export interface Service<Name extends string = string> extends Omit<Declared, 'name'> {
  /** The name, shown to visitors and in warnings. @default none: visitors do not see the service */
  readonly name?: Name | undefined
  /**
   * Connects the service to a consent. `createConsent` calls it once.
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

/** One decision, as passed to the delivery. */
export interface Decision {
  /** Random id of the decision: 22 base64url characters. The record does not contain this id. */
  readonly id: string
  readonly record: ConsentRecord
  /** The previous record, even if that record no longer counted. */
  readonly previous: ConsentRecord | undefined
  /** The notice as canonical JSON, see `DecisionOrigin.noticeText`. */
  readonly noticeText: string | undefined
}

/** Delivers decisions to an endpoint of the site. `deliverTo` creates such an object. */
export interface Delivery extends Pick<Service, 'attach' | 'isInvalid'> {
  /** Is called once for each valid decision of this page, after the attempt to store the record. */
  decided(decision: Decision): void
  /**
   * Is called before all stored data is deleted. Moves undelivered decisions to memory, sends them
   * at once, and sends them again until they arrive or the page closes.
   */
  erased(): void
}
