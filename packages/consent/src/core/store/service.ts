import type { Declared } from '../../inventory/index.ts'
import type { ConsentRecord } from '../record/record.ts'
import type { AnyConsent } from './consent.ts'

/** The argument of a service's `start` and `stop`. */
export interface ServiceContext {
  readonly consent: AnyConsent
  readonly category: string
}

/** `AbortSignal`; where a site compiles without the types of browsers and Node, its `aborted`. */
type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Known } }
  ? Known
  : { readonly aborted: boolean }

/** The argument of a service's `start`. */
export interface StartContext extends ServiceContext {
  /** Whether the service was granted already when attached, such as on an earlier page. */
  readonly isFirst: boolean
  /** Is aborted when the grant ends, before `stop` is called. Check it after each `await`. */
  readonly signal: Signal
}

/**
 * A service: what it declares, and a `start` that the SDK calls only while its category is granted.
 * The SDK never starts a `necessary` service without a category. The facts about Google's services
 * are in `inventory/entries.ts`.
 */
export interface Service<Name extends string = string> extends Omit<Declared, 'name'> {
  /** The name, shown to visitors and in warnings. @default none: visitors do not see the service */
  readonly name?: Name | undefined
  /**
   * Connects the service to a consent. In a browser each new consent calls `attach` once for each
   * place in its options that lists the service.
   *
   * @param category The category that lists the service. @default the `category` of the service
   * @returns Dispose function: disconnects the service. `destroy()` calls this function.
   * @throws If the service cannot be attached. In development `createConsent` throws the error. In
   *   production visitors are not asked about the category.
   */
  attach(consent: AnyConsent, category?: string): () => void
  /**
   * Whether an option, such as the id, is invalid. If so, no category of the page can be granted.
   * @default false
   */
  readonly isInvalid?: boolean | undefined
  /**
   * Says whether the service could not be attached or started. If `true` just after `attach`,
   * visitors are not asked about the category.
   */
  failed?(): boolean
  /**
   * Says whether the visitor has refused the service outside the SDK, such as by Google's opt-out
   * add-on. If so, visitors are not asked about a category whose `services` list the service.
   */
  refused?(): boolean
  /**
   * Starts the service at each grant, and on each later page while the grant lasts, unless
   * `refused` returns `true`.
   */
  start?(context: StartContext): unknown
  /** Stops the service when the grant ends. Must silence the service at once, without a reload. */
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
  /** Is called by `erase()` before it deletes. Sends the undelivered decisions from memory. */
  erased(): void
}
