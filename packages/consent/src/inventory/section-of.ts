import { fill } from '../shared/fill.ts'
import { say } from '../shared/say.ts'
import type { SectionName, SectionWords } from '../words/section-words.ts'
import type { StoredWords } from '../words/stored-words.ts'
import {
  basis,
  type Cell,
  companies,
  company,
  companyAndCountry,
  companyAndHosts,
  country,
  identified,
  items,
  kept,
  name,
  or,
  personalItems,
  purposes,
  type Row,
  recipientPurpose,
  refusal,
  refusalAndEffect,
  sitePurpose,
  toolKind,
  whenAndHow,
} from './cells.ts'
import type { Relation } from './declaration.ts'
import type { Inventory, InventoryService } from './inventory.ts'
import type { BrowserSteps, Section, SectionList, SectionTable } from './section.ts'
import { storedRows } from './stored-rows.ts'

/** What a section is drawn with, besides the inventory. */
export interface SectionOptions {
  readonly words: SectionWords
  readonly stored: StoredWords
  /** The guide's steps, one entry per browser: the visitor's browser, or all. @default none */
  readonly browsers?: readonly BrowserSteps[] | undefined
  /** What changed against an earlier inventory, see `changesList`. @default no changes are shown */
  readonly changes?: SectionList | undefined
}

/** The country whose law asks for the section about transfers abroad. */
const HOME = 'KR'

/**
 * The cells of a row, for each section with a single table, in the order of the columns in
 * `SectionWords`. README.md says which law asks for which section.
 */
const CELLS = {
  behavioural: [name, companies, toolKind, items, purposes, kept, identified, refusal],
  transfers: [
    ...[name, company, country, basis, whenAndHow, personalItems, recipientPurpose, kept],
    refusalAndEffect,
  ],
  'external-transmission': [
    ...[name, companyAndHosts, items, sitePurpose, recipientPurpose, refusal],
  ],
} satisfies Partial<Record<SectionName, readonly Cell[]>>

/** Returns a section of a policy page as data. */
export const sectionOf = (
  section: SectionName,
  { services, policy, hash }: Inventory,
  { words, stored, browsers = [], changes }: SectionOptions,
): Section => {
  const { effective, version } = policy
  // A visitor can refuse a necessary service nowhere, but the law lists it as a recipient, too.
  const rows = rowsOf(services)
  const tableOf = (one: keyof typeof CELLS, rows: readonly Row[]) => [
    table(words.columns[one], CELLS[one], rows, words),
  ]
  const tables: Readonly<Record<SectionName, () => readonly SectionTable[]>> = {
    cookies: () =>
      [...services.filter(({ necessary }) => necessary), ...optional(services)].map(one =>
        cookieTable(one, stored, words),
      ),
    behavioural: () =>
      tableOf(
        'behavioural',
        optional(services).map(service => ({ service })),
      ),
    transfers: () => tableOf('transfers', rows.filter(isAbroad)),
    recipients: () => recipientTables(rows, words),
    // The law exempts what a service needs to be provided.
    'external-transmission': () => tableOf('external-transmission', rowsOf(optional(services))),
  }
  return {
    name: section,
    language: words.language,
    heading: words.headings[section],
    effective: effective && fill(words.effective, { version, date: effective }),
    tables: tables[section]().filter(({ rows }) => rows[0]),
    none: words.none,
    stepsHeading: words.inBrowser,
    steps: section === 'behavioural' ? browsers.map(stepsIn) : [],
    changes,
    source: hash ? `${words.drawnFrom} (${hash})` : words.drawnFrom,
  }
}

const table = (
  columns: readonly string[],
  cells: readonly Cell[],
  rows: readonly Row[],
  words: SectionWords,
): SectionTable => ({
  columns,
  rows: rows.map(row => cells.map(cell => or(cell(row, words), words))),
})

const cookieTable = (
  service: InventoryService,
  stored: StoredWords,
  words: SectionWords,
): SectionTable => ({
  caption: service.necessary ? `${service.name} (${words.necessary})` : service.name,
  note: say(service.necessary, words.language),
  columns: stored.columns,
  rows: storedRows(service, stored, words.language, words.notStated).map(row =>
    row.map(text => [{ text }]),
  ),
})

const recipientTables = (all: readonly Row[], words: SectionWords): readonly SectionTable[] =>
  (Object.keys(words.relations) as (Relation | 'not-stated')[]).map(relation => {
    const { heading, columns } = words.relations[relation]
    // A processor works for the purpose of the site, any other recipient for its own purpose.
    const purpose = relation === 'processor' ? sitePurpose : recipientPurpose
    const rows = all.filter(({ recipient }) => (recipient?.relation ?? 'not-stated') === relation)
    const cells = [companyAndCountry, name, purpose, items, kept]
    return { caption: heading, ...table(columns, cells, rows, words) }
  })

/** Returns the services that a visitor can refuse. */
const optional = (services: readonly InventoryService[]) =>
  services.filter(({ necessary }) => !necessary)

/**
 * Returns a row for each recipient of each service. A service whose recipients are not stated has
 * one row.
 */
const rowsOf = (services: readonly InventoryService[]): readonly Row[] =>
  services.flatMap((service): Row[] =>
    service.recipients === 'not-stated'
      ? [{ service }]
      : service.recipients.map(recipient => ({ service, recipient })),
  )

const isAbroad = ({ recipient }: Row) => recipient?.transfer || recipient?.country !== HOME

const stepsIn = ({ name, sentence, help, steps }: BrowserSteps): SectionList => ({
  heading: name,
  items: [
    ...steps.map(({ title, path, note }) => ({
      text: `${title}: ${[path.join(' > '), note].filter(Boolean).join('. ')}`,
    })),
    ...(sentence ? [{ text: sentence }] : []),
    ...(help ? [{ text: help, link: help }] : []),
  ],
})
