import type { Basis, Relation, ToolKind } from '../inventory/declaration.ts'
import type { FactWords } from './details-words.ts'

/** The sections of a policy page that are drawn from an inventory. */
export type SectionName =
  | 'cookies'
  | 'behavioural'
  | 'transfers'
  | 'recipients'
  | 'external-transmission'

/** The texts of the sections of a policy page in one language. */
export interface SectionsText {
  /** The language as a BCP 47 tag. */
  readonly language: string
  readonly headings: Readonly<Record<SectionName, string>>
  /** Headings of the columns. The columns of `cookies` are in `StoredText`. */
  readonly columns: Readonly<
    Record<Exclude<SectionName, 'cookies' | 'recipients'>, readonly string[]>
  >
  /** The heading of each table of recipients, and those of its columns. */
  readonly relations: Readonly<
    Record<
      Relation | 'not-stated',
      { readonly heading: string; readonly columns: readonly string[] }
    >
  >
  readonly toolKinds: Readonly<Record<ToolKind, string>>
  /** The grounds of a transfer. `{purpose}` is the name of the purpose. */
  readonly bases: Readonly<Record<Basis, string>>
  /**
   * The texts that say whether the data identifies a person. `tellsApart` is for a service that
   * identifies nobody and has cookies.
   */
  readonly identified: string
  readonly notIdentified: string
  readonly tellsApart: string
  /** The note beside a transfer whose data identify no person. */
  readonly asFarAsPersonal: string
  /** How to refuse in the SDK, and what happens after a refusal. */
  readonly refuse: string
  readonly effect: string
  /** Says of a transfer that the recipient collects the data by itself. */
  readonly collectsItself: string
  /** The note of a site that declares Tag Manager and no other service. */
  readonly containerAlone: string
  /** Host names of all countries: `{host}` is the host with the ending `.com`. */
  readonly countryDomains: string
  /** The text of a section without a row. */
  readonly none: string
  readonly necessary: string
  /** Heading of the steps in browsers. */
  readonly inBrowser: string
  /** `{version}` and `{date}` are the policy's version and its first day. */
  readonly effective: string
  /** Says that the section is drawn from the services that the site has declared. */
  readonly drawnFrom: string
}

/** The texts of the sections, and those with which facts of services are printed. */
export interface SectionWords extends SectionsText, FactWords {}
