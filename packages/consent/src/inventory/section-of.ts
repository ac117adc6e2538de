import { fill } from '../shared/fill.ts'
import { inOneLine } from '../shared/in-one-line.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { textIn } from '../shared/text-in.ts'
import type { SectionName, SectionWords } from '../words/en/sections.ts'
import type { StoredText } from '../words/en/stored.ts'
import type { Relation } from './declaration.ts'
import {
  type Cell,
  company,
  companyAndCountry,
  country,
  isAbroad,
  items,
  kept,
  type Locale,
  lines,
  orNotStated,
  type Row,
  recipientPurpose,
  refusalElsewhere,
  rowsOf,
  sitePurpose,
  whenAndHow,
} from './facts.ts'
import type { Inventory, InventoryService } from './inventory.ts'
import { storedTable } from './stored-table.ts'
import type { Tree } from './tree.ts'

/** What a section is drawn with, besides the inventory. */
export interface SectionOptions {
  readonly words: Locale<SectionWords>
  readonly stored: StoredText
  /** What changed against an earlier inventory, see `changesList`. @default no changes are shown */
  readonly changes?: Tree | undefined
}

/** A section of a policy page. The steps in a browser stand between `steps` and `end`. */
export interface Section {
  readonly start: Tree
  /** The heading of how to refuse in a browser. Only `behavioural` has it. */
  readonly steps: Tree
  readonly end: Tree
}

/** Returns a section of a policy page. */
export const sectionOf = (
  section: SectionName,
  { services, policy, hash }: Inventory,
  { words, stored, changes = [] }: SectionOptions,
): Section => {
  const { effective, version } = policy
  const heading = words.headings[section]
  const optional = services.filter(({ necessary }) => !necessary)
  /** The services whose recipients are not stated, or are others than the site. */
  const received = services.filter(({ recipients }) => recipients[0])
  const tableOf = (one: keyof typeof SHOWN_IN, rows: readonly Row[]): Tree =>
    table(heading, words.columns[one], SHOWN_IN[one], rows, words)
  const tables: Readonly<Record<SectionName, () => Tree>> = {
    cookies: () =>
      [...services.filter(({ necessary }) => necessary), ...optional].flatMap(one =>
        cookieTable(one, stored, words),
      ),
    behavioural: () =>
      tableOf(
        'behavioural',
        optional.filter(({ isBehavioural }) => isBehavioural !== false).flatMap(rowsOf),
      ),
    // A visitor can refuse a necessary service nowhere, but the law lists its recipients, too.
    transfers: () => tableOf('transfers', received.flatMap(rowsOf).filter(isAbroad)),
    recipients: () => recipientTables(received.flatMap(rowsOf), words),
    // The law exempts what a service needs to be provided.
    'external-transmission': () =>
      tableOf(
        'external-transmission',
        received.filter(({ necessary }) => !necessary).flatMap(rowsOf),
      ),
  }
  const shown = tables[section]()
  const { drawnFrom: text, withNote } = words
  const drawn = hash ? fill(withNote, { text, note: hash }) : text
  return {
    start: [
      { heading, deeper: 0 },
      ...paragraph(effective && fill(words.effective, { version, date: effective })),
      ...(shown[0] ? shown : paragraph(words.none)),
      // What the tags of a container store and send is not in the inventory.
      ...paragraph(
        optional[0]?.name === 'Google Tag Manager' && !optional[1] && words.containerAlone,
      ),
    ],
    steps: section === 'behavioural' ? [{ heading: words.inBrowser, deeper: 1 }] : [],
    end: [...changes, { paragraph: drawn, isSmall: true }],
  }
}

const paragraph = (text: string | false | undefined): Tree => (text ? [{ paragraph: text }] : [])

/** Returns a table, or an empty list if it has no rows. */
const table = (
  label: string,
  columns: readonly string[],
  cells: readonly SectionCell[],
  shown: readonly Row[],
  words: Locale<SectionWords>,
): Tree => {
  const rows = shown.map(row => cells.map(cell => orNotStated(cell(row, words), words)))
  return rows[0] ? [{ label, columns, rows }] : []
}

const cookieTable = (
  service: InventoryService,
  stored: StoredText,
  words: Locale<SectionWords>,
): Tree => {
  const shown = storedTable([service], stored, words, service.name)
  const { name, necessary } = service
  const heading = necessary ? fill(words.withNote, { text: name, note: words.necessary }) : name
  return shown.rows[0]
    ? [{ heading, deeper: 1 }, ...paragraph(textIn(necessary, words.language)), shown]
    : []
}

const recipientTables = (all: readonly Row[], words: Locale<SectionWords>): Tree =>
  (Object.keys(words.relations) as (Relation | 'not-stated')[]).flatMap(relation => {
    const { heading, columns } = words.relations[relation]
    const rows = all.filter(({ recipient }) => {
      const stated = recipient?.relation ?? 'not-stated'
      return (ownProperty(words.relations, stated) ? stated : 'not-stated') === relation
    })
    const purpose = relation === 'processor' ? work : recipientPurpose
    const cells = [companyAndCountry, name, purpose, items, kept]
    const shown = table(heading, columns, cells, rows, words)
    return shown[0] ? [{ heading, deeper: 1 as const }, ...shown] : []
  })

type SectionCell = Cell<SectionWords>

const name: Cell = ({ service }) => lines(service.name)

/** Returns the company, and the hosts of the service's addresses. */
const companyAndHosts: SectionCell = (row, words) => [
  ...orNotStated(row.recipient && companyAndCountry(row, words), words),
  ...lines(inOneLine(hostsOf(row.service.addresses, words), words.language)),
]

/** Returns the host names in patterns, each once, and in words those that end in `.*`. */
const hostsOf = (patterns: readonly string[], { countryDomains }: SectionWords) =>
  [...new Set(patterns.map(pattern => pattern.replace(/^(https?:\/\/|\*\.)*([^/?]*).*$/, '$2')))]
    .filter(host => host && host !== '*')
    .map(host =>
      host.endsWith('.*') ? fill(countryDomains, { host: host.replace(/\*$/, 'com') }) : host,
    )

/**
 * Returns the legal ground of a transfer. With consent, names the purpose that was asked about. The
 * consent to a necessary service is not stated, because no visitor is asked.
 */
const basis: SectionCell = ({ service: { category = '' }, recipient }, words) => {
  const ground = recipient?.transfer?.basis
  const purpose = ownProperty(words.purposes ?? {}, category) ?? category
  const isUnasked = ground === 'consent' && !purpose
  return lines(
    recipient?.relation === 'collects-itself' ? words.collectsItself : undefined,
    isUnasked ? undefined : fill(ownProperty(words.bases, `${ground}`) ?? '', { purpose }),
  )
}

const toolKind: SectionCell = ({ service }, { toolKinds }) =>
  lines(ownProperty(toolKinds, `${service.toolKind}`))

/** Returns the items; with the note "as far as this is personal" if nobody is identified. */
const personalItems: SectionCell = (row, words) => [
  ...orNotStated(items(row, words), words),
  ...(row.service.identifies === false ? lines(words.asFarAsPersonal) : []),
]

/** Returns the purposes for which the site and the recipient use the data. */
const purposes: Cell = (row, words) =>
  [sitePurpose(row, words) ?? [], recipientPurpose(row, words) ?? []].flat()

/** Returns the work that a processor does: the recipient's own purpose, else the site's. */
const work: Cell = ({ service, recipient }, { language }) =>
  lines(textIn(recipient?.purpose ?? service.purposes?.site, language))

const identified: SectionCell = ({ service: { identifies, cookies } }, words) =>
  lines(
    identifies === true ? words.identified : undefined,
    identifies === false ? words[cookies[0] ? 'tellsApart' : 'notIdentified'] : undefined,
  )

/** Returns how to refuse: on the site and, if the service declares a way, at the recipient. */
const refusal: SectionCell = (row, words) => [
  ...lines(words.refuse),
  ...(refusalElsewhere(row, words) ?? []),
]

/** Returns how to refuse, and what happens then; of a necessary service, why nobody is asked. */
const refusalAndEffect: SectionCell = (row, words) => {
  const { necessary, refusal: stated } = row.service
  if (necessary) return lines(words.necessary, textIn(necessary, words.language))
  const effect = textIn(stated?.effect, words.language) ? undefined : words.effect
  return [...(refusal(row, words) ?? []), ...lines(effect)]
}

/** The facts of the sections with one table, by column. README.md says which law asks for them. */
const SHOWN_IN: Readonly<
  Record<Exclude<SectionName, 'cookies' | 'recipients'>, readonly SectionCell[]>
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
