import { COOKIE_NAME, HISTORY_DAYS, THIRTEEN_MONTHS, VALIDITY_DAYS } from '../shared/defaults.ts'
import { ownProperty } from '../shared/own-properties.ts'
import type { ServiceTexts, ServiceWords } from '../words/details-words.ts'
import { type Declared, type Recipient, type Stored, TEXTS_ID, type Texts } from './declaration.ts'
import {
  type CookieConfig,
  DAY,
  ENTRIES,
  type Entry,
  GOOGLE,
  LIFETIMES,
  type Lifetime,
  OWN_NAME,
} from './entries.ts'
import type { InventoryService } from './inventory.ts'

/** Our own words about services, by the language in which they are to be shown. */
export type WordTables = Readonly<Record<string, ServiceTexts>>

/** Finds a text in the words of one language. */
type FindText = (table: ServiceTexts) => string | undefined

/** A declaration whose words were loaded. */
export interface LoadedDeclaration extends Declared<Texts> {
  /** What we know of a preset. @default the service is no preset */
  readonly known?: (Entry & { readonly words: Partial<WordTables> }) | undefined
}

/**
 * Resolves a declaration, whose words were loaded by `loadDeclared`, into a plain value. A fact is
 * what the site says, else what our entry for the service says, else missing, empty or
 * `not-stated`.
 */
export const resolve = (declared: LoadedDeclaration, tables: WordTables): InventoryService => {
  const { name, category, config } = declared
  const entry = ownProperty(ENTRIES, name) ?? declared.known
  const find = (id: string, textOf: FindText) => textsIn(tables, id, textOf, declared.known?.words)
  const texts = (kind: 'items' | 'stored', id: string) =>
    find(id, table => ownProperty(table[kind] ?? {}, id))
  const words = (key: keyof ServiceWords) =>
    find(key, ({ services = {} }) => ownProperty(services, name)?.[key])
  const ours: Recipient<Texts> | undefined = entry && {
    transfer: {
      basis: 'consent',
      when: find('when', table => table.sent?.when),
      how: find('how', table => table.sent?.how),
    },
    ...(entry.recipient ?? GOOGLE),
    relation: entry.relation,
  }
  const recipients = [declared.recipients ?? ours].flat() as readonly (
    | Recipient<Texts>
    | undefined
  )[]
  // As in the gate, one value stands for a list of it. A value of another form is left out.
  const stored = (rows: Declared<Texts>['cookies']): readonly Stored<Texts>[] =>
    [rows ?? []].flat().flatMap((listed): Stored<Texts>[] => {
      const row = declared.facts?.cookies?.find(one => one.name === listed) ?? listed
      const given = typeof row === 'string' ? { name: row } : row
      if (!given?.name) return []
      if (!entry) return [given]
      // A site may set a prefix for the names of Google Analytics' cookies. The tag then sets none
      // without the prefix.
      const plain = given.name.replace(/.+(?=_ga(_\*)?$)/, '')
      const isSet = !(config?.cookie_prefix && given.name === plain)
      if (given !== row && !(isSet && entry.setsToday?.includes(plain) !== false)) return []
      const lifetime = entry.lifetimes?.[plain] ?? lifetimeOf(plain, config)
      return [{ ...lifetime, purpose: texts('stored', plain), ...given }]
    })
  const { retention } = declared
  const collects =
    declared.collects ?? entry?.collects.map(id => ({ id, words: texts('items', id) })) ?? []
  const afterwards = words('afterwards')
  return {
    name,
    category,
    // If one value of the list names no company, who receives the data is not stated.
    recipients: recipients.every((one): one is Recipient<Texts> => !!one?.company)
      ? recipients.map(one => (one.company === ours?.company ? { ...ours, ...one } : one))
      : 'not-stated',
    retention:
      typeof retention === 'object'
        ? { afterwards, ...retention }
        : retention || entry?.seconds === undefined
          ? 'not-stated'
          : { seconds: entry.seconds, words: words('kept'), afterwards },
    collects: [collects].flat().filter(one => one?.id),
    // All that the SDK knows of Google is a script, on the web Firebase, too.
    toolKind: declared.toolKind ?? (entry && 'script'),
    identifies: declared.identifies ?? entry?.identifies,
    purposes: { site: words('site'), recipient: words('recipient'), ...declared.purposes },
    refusal: { link: entry?.refusal, words: words('refusal'), ...declared.refusal },
    // As in the gate: a service with a category is optional, even if it declares `necessary`.
    necessary: category ? undefined : (declared.necessary ?? words('necessary')),
    isBehavioural: declared.isBehavioural,
    addresses: [declared.addresses ?? []].flat().filter(one => typeof one === 'string'),
    cookies: [...stored(declared.cookies), ...stored(entry?.thirdParty)],
    storage: stored(declared.storage),
    databases: stored(declared.databases),
  }
}

/**
 * Returns the lifetime of a cookie, key or database of Google by its name; `undefined` for a name
 * whose lifetime the SDK does not know. Without a `config`, the cookies of Analytics have the
 * lifetime that the SDK sets, `LIFETIME` in `start-google.ts`. Google's own default is two years.
 *
 * @param config The parameters of the `config` command. A value of another type does not count.
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/cookies-user-id (read
 *   2026-11-30): `cookie_expires` in seconds, and 0 for the session; `cookie_update`
 * @see https://support.google.com/analytics/answer/11397207 (read 2026-11-30): `_ga` and `_ga_<ID>`
 */
export const lifetimeOf = (name: string, config: CookieConfig = {}): Lifetime | undefined => {
  const { cookie_expires: expires, cookie_update: isUpdated } = config
  // A `cookie_prefix` stands before the name.
  const analytics = /_ga(_\*)?$/.exec(name)
  if (!analytics) return ownProperty(LIFETIMES, name)
  const seconds = typeof expires === 'number' && expires >= 0 ? expires : THIRTEEN_MONTHS
  if (seconds === 0) return { seconds: 'session' }
  // The tag renews the session cookie at each visit, whatever `cookie_update` says.
  return { seconds, isRenewed: !!analytics[1] || isUpdated === true }
}

/**
 * Returns a text in each language whose table has it, with an id, so that the loaded languages make
 * no difference to the facts. A sentence of ours that states another fact needs another id.
 *
 * @param more The words of a preset, for texts that the tables lack. @default none
 */
const textsIn = (
  tables: WordTables,
  id: string,
  find: FindText,
  more?: Partial<WordTables>,
): Texts | undefined => {
  const found = Object.keys(tables).flatMap(language => {
    const text = find(tables[language] as ServiceTexts) ?? find(more?.[language] ?? {})
    return text ? [[language, text]] : []
  })
  return found[0] && Object.fromEntries([[TEXTS_ID, id], ...found])
}

/** Returns what texts are compared by: their id, or else the text in their first language. */
export const factOfTexts = (texts: Texts | undefined): string | undefined =>
  texts && (texts[TEXTS_ID] ?? Object.values(texts)[0])

/** The options of `createConsent` that say what the SDK itself stores. */
export interface OwnStoredOptions {
  readonly cookie?:
    | { readonly name?: string | undefined; readonly days?: number | undefined }
    | undefined
  readonly history?: { readonly days?: number | undefined } | undefined
  readonly delivery?: unknown
}

/** Returns the SDK itself as a declaration: the record, the history, what waits for delivery. */
export const ownDeclaration = (
  { cookie, history, delivery }: OwnStoredOptions,
  tables: WordTables,
): Declared<Texts> => {
  const { name = COOKIE_NAME, days = VALIDITY_DAYS } = cookie ?? {}
  const row = (ending: string, seconds: Stored['seconds']): Stored<Texts> => ({
    name: name + ending,
    seconds,
    purpose: textsIn(tables, ending, ({ stored = {} }) =>
      ownProperty(stored, ending || COOKIE_NAME),
    ),
  })
  return {
    name: OWN_NAME,
    recipients: [],
    retention: { seconds: days * DAY },
    cookies: [row('', days * DAY)],
    storage: [
      row('.history', (days + (history?.days ?? HISTORY_DAYS)) * DAY),
      ...(delivery ? [row('.out*', 'until-deleted')] : []),
    ],
  }
}
