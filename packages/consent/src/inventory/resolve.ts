import { own } from '../shared/own.ts'
import type { ServiceTexts, ServiceWords } from '../words/details-words.ts'
import type { Declared, Recipient, Stored, Texts } from './declaration.ts'
import { ENTRIES, GOOGLE } from './entries.ts'
import type { InventoryService } from './inventory.ts'
import { lifetimeOf } from './lifetimes.ts'
import { TEXTS_ID } from './texts.ts'

/** The SDK's own facts and words, which stand where a service declares nothing. */
export interface KnownFacts {
  /** The words, by the language in which they are to be shown. */
  readonly tables: Readonly<Record<string, ServiceTexts>>
  /** Returns the addresses of a service. @default those that the service declares */
  readonly addressesOf?: typeof import('./google-addresses.ts').addressesOf
}

/**
 * Resolves a declaration into a plain value that has every fact: what the site says, else our entry
 * for the service's name, else "not stated". All that visitors read of a service is printed from
 * this value.
 *
 * @param declared A declaration whose words have been loaded, see `loadTexts`.
 */
export const resolve = (
  declared: Declared<Texts>,
  { tables, addressesOf }: KnownFacts,
): InventoryService => {
  const { name, category, config } = declared
  const entry = own(ENTRIES, name)
  const texts = (kind: 'items' | 'stored', id: string) =>
    textsIn(tables, id, table => own(table[kind] ?? {}, id))
  const words = (key: keyof ServiceWords) =>
    textsIn(tables, key, ({ services = {} }) => own(services, name)?.[key])
  const ours: Recipient<Texts> | undefined = entry?.relation && {
    ...GOOGLE,
    relation: entry.relation,
    transfer: { basis: 'consent', when: words('when'), how: words('how') },
  }
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
      return [{ ...lifetimeOf(plain, config), purpose: texts('stored', plain), ...given }]
    })
  const { retention } = declared
  const addresses = [declared.addresses ?? []].flat().filter(one => typeof one === 'string')
  const collects =
    declared.collects ?? entry?.collects.map(id => ({ id, words: texts('items', id) })) ?? []
  const afterwards = words('afterwards')
  return {
    name,
    category,
    recipients: recipientsOf(declared.recipients ?? (entry && (ours ?? [])), ours),
    retention:
      typeof retention === 'object'
        ? { afterwards, ...retention }
        : retention || entry?.seconds === undefined
          ? 'not-stated'
          : { seconds: entry.seconds, words: words('kept'), afterwards },
    collects: [collects].flat().filter(one => one?.id),
    // All that the SDK knows is a script, on the web Firebase, too.
    toolKind: declared.toolKind ?? (entry && 'script'),
    identifies: declared.identifies ?? entry?.identifies,
    purposes: { site: words('site'), recipient: words('recipient'), ...declared.purposes },
    refusal: { link: entry?.refusal, words: words('refusal'), ...declared.refusal },
    // As in the gate: a service with a category is optional, even if it declares `necessary`.
    necessary: category ? undefined : (declared.necessary ?? words('necessary')),
    isBehavioural: declared.isBehavioural,
    addresses: addressesOf?.(name, addresses) ?? addresses,
    cookies: stored(declared.cookies),
    storage: stored(declared.storage),
    databases: stored(declared.databases),
  }
}

/**
 * Returns a text in each language whose table has the text, with an id, so that the languages that
 * are loaded make no difference to the facts; `undefined` if no table has the text. A sentence of
 * ours that states another fact than before needs another id.
 */
export const textsIn = (
  tables: KnownFacts['tables'],
  id: string,
  find: (table: ServiceTexts) => string | undefined,
): Texts | undefined => {
  const found = Object.keys(tables).flatMap(language => {
    const text = find(tables[language] as ServiceTexts)
    return text ? [[language, text]] : []
  })
  return found[0] && Object.fromEntries([[TEXTS_ID, id], ...found])
}

/**
 * Returns recipients as a list, each completed from our entry if it has the same company. If one
 * value of the list names no company, who receives the data is not stated.
 */
const recipientsOf = (
  declared: Declared<Texts>['recipients'],
  ours: Recipient<Texts> | undefined,
): InventoryService['recipients'] => {
  const list = [declared].flat() as readonly Recipient<Texts>[]
  if (!list.every(one => one?.company)) return 'not-stated'
  return list.map(one => (one.company === ours?.company ? { ...ours, ...one } : one))
}
