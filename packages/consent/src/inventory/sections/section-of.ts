import { ownProperty } from '../../shared/own-properties.ts'
import { fill, textIn } from '../../shared/sentences.ts'
import type { SectionName, SectionWords } from '../../words/sections-text.ts'
import type { StoredText } from '../../words/stored-text.ts'
import type { Relation } from '../declaration.ts'
import { type Cell, isAbroad, type Locale, orNotStated, type Row, rowsOf } from '../facts.ts'
import type { Inventory, InventoryService } from '../inventory.ts'
import type { Block, Tree } from '../tree.ts'
import { SHOWN_IN, shownOf } from './section-cells.ts'
import { storedTable } from './stored-table.ts'

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
  /** The services whose data others than the site receive, or of which that is not stated. */
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

/** Returns a table; nothing without rows. */
const table = (
  label: string,
  columns: readonly string[],
  cells: readonly Cell<SectionWords>[],
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
    const shown = table(heading, columns, shownOf(relation), rows, words)
    return shown[0] ? [{ heading, deeper: 1 } satisfies Block, ...shown] : []
  })
