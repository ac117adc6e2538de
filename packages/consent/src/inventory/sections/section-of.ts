import { fill } from '../../shared/fill.ts'
import { own } from '../../shared/own.ts'
import { say } from '../../shared/say.ts'
import type { SectionName, SectionWords } from '../../words/sections-text.ts'
import type { StoredText } from '../../words/stored-text.ts'
import type { Relation } from '../declaration.ts'
import { type Cell, isAbroad, type Locale, lines, orNotStated, type Row, rowsOf } from '../facts.ts'
import type { Inventory, InventoryService } from '../inventory.ts'
import type { Block, Tree } from '../tree.ts'
import { SHOWN_IN, shownOf } from './section-cells.ts'
import { storedTable } from './stored-table.ts'

/** What a section is drawn with, besides the inventory. */
export interface SectionOptions {
  readonly words: Locale<SectionWords>
  readonly stored: StoredText
  /** The guide's steps, one entry per browser: the visitor's browser, or all. @default none */
  readonly browsers?: readonly BrowserSteps[] | undefined
  /** What changed against an earlier inventory, see `changesList`. @default no changes are shown */
  readonly changes?: Tree | undefined
}

/** The steps in one browser, in the form of the guide's `guideFor`. */
export interface BrowserSteps {
  readonly name: string
  readonly sentence?: string | undefined
  readonly help?: string | undefined
  /** Where the browser's settings are, to copy into its address bar. */
  readonly address?: string | undefined
  readonly steps: readonly {
    readonly title: string
    readonly path: readonly string[]
    readonly note?: string | undefined
    readonly address?: string | undefined
  }[]
}

/** A section of a policy page. A page in a browser shows the guide in place of `steps`. */
export interface Section {
  readonly start: Tree
  /** How to refuse in each browser, under a heading. Only `behavioural` has them. */
  readonly steps: Tree
  readonly end: Tree
}

/** Returns a section of a policy page. */
export const sectionOf = (
  section: SectionName,
  { services, policy, hash }: Inventory,
  { words, stored, browsers = [], changes = [] }: SectionOptions,
): Section => {
  const { effective, version } = policy
  const heading = words.headings[section]
  const optional = services.filter(({ necessary }) => !necessary)
  /** The services whose data others than the site receive, or of which that is not stated. */
  const received = services.filter(({ recipients }) => recipients[0])
  const tableOf = (one: keyof typeof SHOWN_IN, rows: readonly Row[]): Tree =>
    table(heading, words.columns[one], SHOWN_IN[one], rows, words)
  const tables: Readonly<Record<SectionName, () => Tree>> = {
    cookies: () =>
      [...services.filter(({ necessary }) => necessary), ...optional].flatMap(one =>
        cookieTable(one, stored, words),
      ),
    behavioural: () => {
      const listed = optional.filter(({ isBehavioural }) => isBehavioural !== false)
      return tableOf('behavioural', listed.flatMap(rowsOf))
    },
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
      ...paragraph(containerNote(services, words)),
    ],
    steps:
      section === 'behavioural'
        ? [{ heading: words.inBrowser, deeper: 1 }, ...browsers.flatMap(stepsIn)]
        : [],
    end: [...changes, { paragraph: drawn, isSmall: true }],
  }
}

const paragraph = (text: string | undefined): Tree => (text ? [{ paragraph: text }] : [])

/**
 * Returns the sentence for a site that declares Tag Manager and no other service: what the tags of
 * a container store and send is not in the inventory.
 */
const containerNote = (
  services: readonly InventoryService[],
  { containerAlone }: SectionWords,
): string | undefined => {
  const [first, ...more] = services.filter(({ necessary }) => !necessary)
  return first?.name === 'Google Tag Manager' && !more[0] ? containerAlone : undefined
}

/** Returns a table; nothing without rows. */
const table = (
  label: string,
  columns: readonly string[],
  cells: readonly Cell<SectionWords>[],
  rows: readonly Row[],
  words: Locale<SectionWords>,
): Tree =>
  rows[0]
    ? [
        {
          label,
          columns,
          rows: rows.map(row => cells.map(cell => orNotStated(cell(row, words), words))),
        },
      ]
    : []

const cookieTable = (
  service: InventoryService,
  stored: StoredText,
  words: Locale<SectionWords>,
): Tree => {
  const shown = storedTable([service], stored, words, service.name)
  const { name, necessary } = service
  const heading = necessary ? fill(words.withNote, { text: name, note: words.necessary }) : name
  return shown.rows[0]
    ? [{ heading, deeper: 1 }, ...paragraph(say(necessary, words.language)), shown]
    : []
}

const recipientTables = (all: readonly Row[], words: Locale<SectionWords>): Tree =>
  (Object.keys(words.relations) as (Relation | 'not-stated')[]).flatMap(relation => {
    const { heading, columns } = words.relations[relation]
    const rows = all.filter(row => relationIn(row, words) === relation)
    const shown = table(heading, columns, shownOf(relation), rows, words)
    return shown[0] ? [{ heading, deeper: 1 } satisfies Block, ...shown] : []
  })

/** Returns the relation of a row's recipient; `not-stated` for a relation that is none. */
const relationIn = ({ recipient }: Row, { relations }: SectionWords): string =>
  recipient?.relation && own(relations, recipient.relation) ? recipient.relation : 'not-stated'

const stepsIn = ({ name, sentence, help, address, steps }: BrowserSteps): Tree => {
  const list = [...lines(sentence, address), ...(help ? [{ text: help, link: help }] : [])]
  return [
    { heading: name, deeper: 2 },
    {
      facts: steps.map(({ title, path, note, address: place }) => [
        title,
        lines(path.join(' > '), note, place),
      ]),
    },
    ...(list[0] ? [{ list }] : []),
  ]
}
