import { type Cell, cell, companyCell, keptCell, recipientsCell, refusalCell } from './cells.ts'
import { changesBetween } from './changes.ts'
import { changesList } from './changes-list.ts'
import type { Recipient, Relation, Texts } from './declaration.ts'
import type { Inventory, InventoryService } from './inventory.ts'
import { itemsLine } from './items-line.ts'
import { countryName, put, say } from './say.ts'
import type { BrowserSteps, Line, Section, SectionList, SectionTable } from './section.ts'
import { storedRows } from './stored-rows.ts'
import type { SectionName, SectionWords } from './words/section-words.ts'
import type { StoredWords } from './words/stored-words.ts'

/** What a section is drawn with, besides the inventory. */
export interface SectionOptions {
  readonly words: SectionWords
  readonly stored: StoredWords
  /** The guide's steps: of the visitor's browser, or of each. @default none */
  readonly browsers?: readonly BrowserSteps[] | undefined
  /** An earlier inventory, to tell what changed. @default no changes are told */
  readonly earlier?: Inventory | undefined
}

/** The country whose law asks for the section about transfers abroad. */
const HOME = 'KR'

/** Returns a section of a policy page as data. */
export const sectionOf = (
  name: SectionName,
  { services, policy, hash = '-' }: Inventory,
  options: SectionOptions,
): Section => {
  const { words, browsers = [], earlier } = options
  const { effective, version } = policy
  const tables = TABLES[name](services, options)
  return {
    name,
    language: words.language,
    heading: words.headings[name],
    effective: effective && put(words.effective, { version, date: effective }),
    tables: tables.filter(({ rows }) => rows[0]),
    none: words.none,
    stepsHeading: words.inBrowser,
    steps: name === 'behavioural' ? browsers.map(stepsIn) : [],
    changes: earlier && changesList(changesBetween(earlier, { services, policy }), words),
    source: put(words.drawnFrom, { hash }),
  }
}

const stepsIn = ({ name, sentence, help, steps }: BrowserSteps): SectionList => ({
  heading: name,
  items: [
    ...steps.map(
      ({ title, path, note }): Line => ({
        text: `${title}: ${[path.join(' > '), note].filter(Boolean).join('. ')}`,
      }),
    ),
    ...(sentence ? [{ text: sentence }] : []),
    ...(help ? [{ text: help, link: help }] : []),
  ],
})

type Tables = (
  services: readonly InventoryService[],
  options: SectionOptions,
) => readonly SectionTable[]

/** The tables of each section. A necessary service has rows in `cookies` alone. */
const TABLES: Readonly<Record<SectionName, Tables>> = {
  cookies: (services, { words, stored }) =>
    services.map(one => ({
      caption: one.necessary ? `${one.name} (${words.necessary})` : one.name,
      note: say(one.necessary, words.language),
      columns: stored.columns,
      rows: storedRows(one, stored, words.language, words.notStated).map(row =>
        row.map(text => [{ text }]),
      ),
    })),
  behavioural: (services, { words }) => [
    {
      columns: words.columns.behavioural,
      rows: optional(services).map(one => [
        [{ text: one.name }],
        recipientsCell(one, words),
        cell(words, one.toolKind && words.toolKinds[one.toolKind]),
        itemsCell(one, words),
        cell(words, ...purposesOf(one, words)),
        keptCell(one.retention, words),
        cell(words, identified(one, words)),
        refusalCell(one, words, false),
      ]),
    },
  ],
  transfers: (services, { words }) => [
    {
      columns: words.columns.transfers,
      rows: optional(services).flatMap(one =>
        each(one)
          .filter(recipient => !recipient || recipient.transfer || recipient.country !== HOME)
          .map(recipient => [
            [{ text: one.name }],
            recipient ? companyCell(recipient, words, false) : cell(words),
            cell(
              words,
              recipient?.country && countryName(recipient.country, words.language, words.countries),
            ),
            cell(words, recipient?.transfer && words.bases[recipient.transfer.basis]),
            cell(
              words,
              say(recipient?.transfer?.when, words.language),
              say(recipient?.transfer?.how, words.language),
            ),
            [
              ...itemsCell(one, words),
              ...(one.identifies === false ? [{ text: words.asFarAsPersonal }] : []),
            ],
            cell(words, say(one.purposes?.recipient, words.language)),
            keptCell(one.retention, words),
            refusalCell(one, words, true),
          ]),
      ),
    },
  ],
  recipients: (services, { words }) =>
    (Object.keys(words.relations) as (Relation | 'not-stated')[]).map(relation => ({
      caption: words.relations[relation].heading,
      columns: words.relations[relation].columns,
      rows: optional(services).flatMap(one =>
        each(one)
          .filter(recipient => (recipient?.relation ?? 'not-stated') === relation)
          .map(recipient => [
            recipient ? companyCell(recipient, words, true) : cell(words),
            [{ text: one.name }],
            // A processor works for the purpose of the site, the others for their own.
            cell(
              words,
              say(
                relation === 'processor' ? one.purposes?.site : one.purposes?.recipient,
                words.language,
              ),
            ),
            itemsCell(one, words),
            keptCell(one.retention, words),
          ]),
      ),
    })),
  'external-transmission': (services, { words }) => [
    {
      columns: words.columns['external-transmission'],
      rows: optional(services).flatMap(one =>
        each(one).map(recipient => [
          [{ text: one.name }],
          [
            ...(recipient ? companyCell(recipient, words, true) : cell(words)),
            ...(one.match[0] ? [{ text: hostsOf(one.match).join(words.separator) }] : []),
          ],
          itemsCell(one, words),
          cell(words, say(one.purposes?.site, words.language)),
          cell(words, say(one.purposes?.recipient, words.language)),
          refusalCell(one, words, false),
        ]),
      ),
    },
  ],
}

const optional = (services: readonly InventoryService[]) =>
  services.filter(({ necessary }) => !necessary)

/** Returns the recipients of a service; `undefined` for one that is not stated. */
const each = ({ recipients }: InventoryService): readonly (Recipient<Texts> | undefined)[] =>
  recipients === 'not-stated' ? [undefined] : recipients

const itemsCell = ({ collects, cookies }: InventoryService, words: SectionWords): Cell => {
  const names = cookies.map(({ name }) => name)
  return cell(words, itemsLine(collects, names, words.language, words.separator))
}

const purposesOf = ({ purposes }: InventoryService, { language }: SectionWords) => [
  say(purposes?.site, language),
  say(purposes?.recipient, language),
]

const identified = ({ identifies }: InventoryService, words: SectionWords) =>
  identifies === undefined ? undefined : identifies ? words.identified : words.notIdentified

/** Returns the host names in patterns of addresses, each once. */
const hostsOf = (patterns: readonly string[]): readonly string[] => [
  ...new Set(patterns.map(pattern => pattern.replace(/^(https?:\/\/|\*\.)*([^/?]*).*$/, '$2'))),
]
