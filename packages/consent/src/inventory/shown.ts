import type { DetailsWords, FactWords } from '../words/details-words.ts'
import type { SectionName, SectionWords } from '../words/sections-text.ts'
import type { Relation } from './declaration.ts'
import {
  basis,
  type Cell,
  company,
  companyAndCountry,
  companyAndHosts,
  cookiesKept,
  country,
  identified,
  items,
  kept,
  name,
  orNotStated,
  personalItems,
  purposes,
  type Row,
  recipientPurpose,
  refusal,
  refusalAndEffect,
  refusalElsewhere,
  rowsOf,
  type Speaking,
  sitePurpose,
  toolKind,
  whenAndHow,
  work,
} from './facts.ts'
import type { InventoryService } from './inventory.ts'
import type { Fact } from './tree.ts'

// Which facts of a service are shown where, in which order. README.md says which law asks for which.

/**
 * The facts that a visitor reads before the click, in the banner and in the preferences, in the
 * order of `DetailsWords.terms`. Those of `OF_RECIPIENT` are repeated for each recipient.
 */
const OF_SERVICE: readonly Cell[] = [sitePurpose, items]
const OF_RECIPIENT: readonly Cell[] = [companyAndCountry, recipientPurpose, whenAndHow, kept]
const AT_END: readonly Cell[] = [cookiesKept, refusalElsewhere]

/** The facts of each section with a single table, in the order of the columns in `SectionWords`. */
export const SHOWN_IN: Readonly<
  Record<Exclude<SectionName, 'cookies' | 'recipients'>, readonly Cell<SectionWords>[]>
> = {
  behavioural: [name, companyAndCountry, toolKind, items, purposes, kept, identified, refusal],
  transfers: [
    ...[name, company, country, basis, whenAndHow, personalItems, recipientPurpose, kept],
    refusalAndEffect,
  ],
  'external-transmission': [
    ...[name, companyAndHosts, items, sitePurpose, recipientPurpose, refusal],
  ],
}

/** The facts of the tables of recipients, whose relation decides which purpose is shown. */
export const shownOf = (relation: Relation | 'not-stated'): readonly Cell[] => [
  ...[companyAndCountry, name, relation === 'processor' ? work : recipientPurpose, items, kept],
]

/** Returns what a visitor reads of a service before the click. */
export const detailsOf = (
  service: InventoryService,
  words: Speaking<DetailsWords & FactWords>,
): readonly Fact[] => {
  const terms = [...words.terms]
  const factsOf = (cells: readonly Cell[], rows: readonly Row[]) => {
    const named = terms.splice(0, cells.length)
    return rows.flatMap(row =>
      cells.flatMap((cell, at): Fact[] => {
        const lines = cell(row, words)
        return lines ? [[named[at] as string, orNotStated(lines, words)]] : []
      }),
    )
  }
  return [
    ...factsOf(OF_SERVICE, [{ service }]),
    ...factsOf(OF_RECIPIENT, rowsOf(service)),
    ...factsOf(AT_END, [{ service }]),
  ]
}
