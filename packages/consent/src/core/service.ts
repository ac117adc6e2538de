import type { Consent } from './consent.ts'

/** A consent whose category names are not known to the code that takes it. */
export type AnyConsent = Consent<string>

/**
 * Something that binds itself to a consent. `createConsent` calls `attach` once while it creates
 * the consent, so nobody who passes a service can forget its gate.
 */
export interface Attachable<Name extends string = string> {
  /** Shown to visitors and named in warnings. @default none: visitors do not see it */
  readonly name?: Name | undefined
  /**
   * @param category The category under whose `services` it stands; `undefined` at the top level.
   * @returns The undo: called by `destroy()`.
   * @throws When the service cannot start on this page: `createConsent` throws the error in
   *   development; on a visitor's page its category is not asked for, and the console names it.
   */
  attach(consent: AnyConsent, category?: string): () => void
  /**
   * Says whether it could not start on this page though `attach` has returned: its category is not
   * asked for then. @default never
   */
  failed?(): boolean
  /**
   * Says whether the visitor has refused it by a switch of its own, such as Google's opt-out add-on:
   * its category is not asked for then. @default never
   */
  refused?(): boolean
}

/**
 * A name as it is written. TypeScript would otherwise take it from where the service is put, and
 * there any name will do. From version 5.4 on it is `NoInfer`.
 */
export type Written<Name extends string> = [Name][Name extends unknown ? 0 : never]

/** What a service is told when it starts or stops. */
export interface ServiceContext {
  readonly consent: AnyConsent
  readonly category: string
}

/** Who gets what a service collects. */
export interface Recipient {
  /** The company, such as `Google LLC`. */
  readonly name: string
  /** Where it keeps it: ISO 3166-1, two letters. @default not said */
  readonly country?: string | undefined
}

/** Something that may run only while its category is granted. */
export interface Service<Name extends string = string> extends Attachable<Name> {
  /** Shown to visitors and named in warnings. */
  readonly name: Name
  /**
   * The addresses it talks to: `host` or `host/path`, the path as a prefix; `*.` before the host
   * takes its sub-domains in. Or an address, whole or from `/`: what lies below it. Compared as
   * parsed URLs, never as substrings.
   */
  readonly match: readonly string[]
  /** The cookies it sets: exact names, or prefixes that end in `*`. */
  readonly cookies: readonly string[]
  /** Keys of `localStorage` that it writes: exact names. @default none */
  readonly storage?: readonly string[] | undefined
  /** Who gets what it collects; stands in receipts. @default not said */
  readonly recipient?: Recipient | undefined
  /** Called at the grant; again at each later grant. Nothing waits for a promise that it gives. */
  start(context: ServiceContext): unknown
  /** Called at the withdrawal. Must silence the service at once, in the same page. */
  stop(context: ServiceContext): void
}
