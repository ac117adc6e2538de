import { versionsSince } from '../../shared/versions-since.ts'

/** One version of the privacy policy. */
export interface PolicyVersion {
  /** The version as stored in records, such as `2024-01-18`. */
  readonly version: string
  /** The day on which the version came into force, such as `2024-01-18`. */
  readonly effective: string
  /** Whether the version changes what visitors consent to. If so, visitors are asked again. */
  readonly material: boolean
  /** The change in one sentence per language. @default no sentence is shown */
  readonly changes?: Readonly<Record<string, string>> | undefined
}

/** The privacy policy that visitors consent to. */
export interface PolicyOptions {
  /**
   * The version in force, such as `2024-01-18`. After a new version visitors are asked again,
   * unless `versions` says otherwise.
   */
  readonly version: string
  /**
   * The version in force and earlier ones. `effective` gives the order of the versions; the order
   * of the list does not matter. A decision on an earlier version still counts if no version after
   * it, up to the version in force, is material. @default every new version asks again
   */
  readonly versions?: readonly PolicyVersion[] | undefined
  /** Address of the policy, or an address per language. */
  readonly url?: string | Readonly<Record<string, string>> | undefined
  /** Address of the earlier versions, or an address per language. @default no link */
  readonly earlier?: string | Readonly<Record<string, string>> | undefined
  /** The company responsible for the data, named in receipts. @default the page's host and port */
  readonly controller?: Controller | undefined
}

/** The data controller: the company that decides how data is used. */
export interface Controller {
  readonly name: string
  /**
   * The controller's contact, named in receipts: the address of a page, or `mailto:`. @default
   * receipts name no contact
   */
  readonly contact?: string | undefined
}

/** Says whether a decision on the version `agreed` counts for the version in force. */
export const covers = (policy: PolicyOptions, agreed: string): boolean =>
  agreed === policy.version ||
  versionsSince(policy, agreed)?.every(({ material }) => material === false) === true
