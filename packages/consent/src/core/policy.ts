/** One version of the policy that visitors agree to. */
export interface PolicyVersion {
  /** As it is recorded, such as `2024-01-18`. */
  readonly version: string
  /** The day it came into force, such as `2024-01-18`. */
  readonly effective: string
  /** Whether it changed what is agreed to: then it is asked again. */
  readonly material: boolean
  /** What changed, in a sentence for each language. @default nothing is said of it */
  readonly changes?: Readonly<Record<string, string>> | undefined
}

/** What the host says of the policy that visitors agree to. */
export interface PolicyOptions {
  /** The version in force, such as `2024-01-18`. A new one asks again. */
  readonly version: string
  /**
   * The version in force and those before it, in any order. An answer to an earlier one goes on
   * counting when nothing since was material. @default each new version asks again
   */
  readonly versions?: readonly PolicyVersion[] | undefined
  /** Where it can be read: one address, or one per language. */
  readonly url?: string | Readonly<Record<string, string>> | undefined
  /** Where its earlier versions can be read, in the same way. @default no link */
  readonly earlier?: string | Readonly<Record<string, string>> | undefined
  /** Who is responsible for it; stands in receipts. @default the page's host */
  readonly controller?: Controller | undefined
}

/** Who decides what is done with the data: the company. */
export interface Controller {
  readonly name: string
  /** Where it can be reached: an address of a page, or `mailto:`. @default not said */
  readonly contact?: string | undefined
}

/**
 * Gives the versions that came after one, up to the one in force; `undefined` where the list does not
 * hold both, in that order.
 */
export const versionsSince = (
  { version, versions = [] }: PolicyOptions,
  agreed: string,
): readonly PolicyVersion[] | undefined => {
  const dayOf = (name: string) => versions.find(({ version }) => version === name)?.effective ?? ''
  const [from, to] = [dayOf(agreed), dayOf(version)]
  return from && from < to
    ? versions.filter(({ effective }) => effective > from && effective <= to)
    : undefined
}

/** Says whether an answer to one version counts for the one in force. */
export const covers = (policy: PolicyOptions, agreed: string): boolean =>
  agreed === policy.version ||
  versionsSince(policy, agreed)?.every(({ material }) => material === false) === true
