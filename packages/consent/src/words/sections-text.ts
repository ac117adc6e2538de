import type { Basis, Relation, ToolKind } from '../inventory/declaration.ts'
import type { FactWords } from './details-words.ts'
import type { SectionSentences } from './en/sections.ts'

/** The sections of a policy page that are drawn from an inventory. */
export type SectionName =
  | 'cookies'
  | 'behavioural'
  | 'transfers'
  | 'recipients'
  | 'external-transmission'

/** The texts of the sections of a policy page in one language. */
export interface SectionsText extends Readonly<SectionSentences> {
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
}

/** The texts of the sections, and those with which facts of services are printed. */
export interface SectionWords extends SectionsText, FactWords {}
