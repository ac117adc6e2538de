import type { Recipient, Stored, Texts, Transfer } from '../declaration.ts'
import type { InventoryService } from '../inventory.ts'
import { factOfTexts } from '../resolve.ts'

type OfRecipient = Omit<Recipient, 'company' | 'policyUrl'> & Pick<Transfer, 'basis'>
type OfStored = Omit<Stored, 'name'>

/**
 * The name of a fact: the property of the service, of a recipient or of a cookie that states it.
 * `contact` is also about `policyUrl`. `transfer` is about `when` and `how`, without `basis`.
 */
export type FactName = keyof InventoryService | keyof OfRecipient | keyof OfStored

/** How a fact is read and compared. */
interface FactRow {
  /**
   * The properties of the fact's value that are compared. Visitors read the properties under one
   * name.
   * @default the value itself
   */
  readonly parts?: readonly string[]
  /** The value if the property is missing, or `[]` for no value. @default `not-stated` */
  readonly missing?: unknown
  /** Says whether a value that is new, or that differs from the value before, widens. @default yes */
  readonly widens?: (after: string, before?: string) => boolean
}

/** One value of a fact of a service. */
export interface FactValue extends FactRow {
  readonly kind: FactName
  /** The company, or the cookie's, key's or database's name. @default the fact is of the service */
  readonly about: string | undefined
  /**
   * Whether the value is one of a list, such as a kind of collected data. Such a value can
   * replace only "Not stated" or "Only this site".
   */
  readonly isInList: boolean
  /** The value as text. Of words, their id, or else the text in the language declared first. */
  readonly value: string
  readonly words?: Texts | undefined
}

/** The values of a fact that is not stated, a necessary service's category, and no recipients. */
export const NOT_STATED = 'not-stated'
export const NECESSARY = 'necessary'
export const ONLY_THIS_SITE = 'only-this-site'

const never = () => false
const isYes = (after: string) => after === 'true'

/**
 * Says whether a time is longer than in the earlier inventory. A time in words, such as "until you
 * leave", and `until-deleted` always count as longer.
 */
const isLonger = (after: string, before = 'Infinity') =>
  lengthInSeconds(after) > lengthInSeconds(before) || lengthInSeconds(after) === Infinity
const lengthInSeconds = (time: string) =>
  time === 'session' ? 0 : Number.isFinite(+time) ? +time : Infinity

const OF_SERVICE: Record<keyof Omit<InventoryService, 'retention'>, FactRow> = {
  name: {},
  category: { missing: NECESSARY, widens: (_, before) => before !== NECESSARY },
  necessary: {},
  withoutGrant: { missing: false, widens: isYes },
  recipients: { widens: after => after !== ONLY_THIS_SITE },
  purposes: { parts: ['site'] },
  collects: {},
  toolKind: { widens: never },
  identifies: { widens: isYes },
  isBehavioural: { missing: true, widens: isYes },
  addresses: {},
  cookies: {},
  storage: {},
  databases: {},
  refusal: { parts: ['link', 'words', 'effect'], widens: never },
}

const OF_RECIPIENT: Record<keyof OfRecipient, FactRow> = {
  relation: { widens: after => after !== 'processor' },
  country: {},
  contact: { parts: ['contact', 'policyUrl'], widens: never },
  basis: { widens: (_, before) => before === 'consent' },
  transfer: { parts: ['when', 'how'] },
  subprocessors: { missing: [] },
  purpose: {},
  retention: { parts: ['seconds', 'until', 'words', 'afterwards'], widens: isLonger },
}

const OF_STORED: Record<keyof OfStored, FactRow> = {
  seconds: { widens: isLonger },
  isRenewed: { missing: false, widens: isYes },
  party: { missing: 'first', widens: after => after === 'third' },
  setBy: { missing: [], widens: never },
  purpose: {},
}

/** Returns the values of all facts of a service, in the order in which new values are listed. */
export const factsOf = (service: InventoryService): readonly FactValue[] => {
  const { category, recipients, collects, cookies, storage, databases } = service
  const receivers = recipients === NOT_STATED ? [] : recipients
  const { purpose, retention } = OF_RECIPIENT
  /** The service's facts that count for a recipient that states none of the same name. */
  const ofAll = { purpose: service.purposes?.recipient, retention: service.retention }
  return [
    ...valuesIn(OF_SERVICE, {
      ...service,
      name: [service.name],
      necessary: category ? [] : service.necessary,
      recipients: recipients[0] ? recipients : ONLY_THIS_SITE,
      collects: collects[0] ? collects : NOT_STATED,
    }),
    ...(receivers[0] ? [] : valuesIn({ purpose, retention }, ofAll)),
    ...receivers.flatMap(({ policyUrl, contact, ...one }) => {
      const { purpose = ofAll.purpose, retention = ofAll.retention, transfer } = one
      const contacts = { contact: contact && [contact].flat().sort().join(', '), policyUrl }
      const stated = { ...one, contact: contacts, basis: transfer?.basis, purpose, retention }
      return valuesIn(OF_RECIPIENT, stated, one.company)
    }),
    ...[cookies, storage, databases].flat().flatMap(one => valuesIn(OF_STORED, one, one.name)),
  ]
}

const valuesIn = (
  table: Partial<Record<FactName, FactRow>>,
  object: Partial<Record<FactName, unknown>>,
  about?: string,
): readonly FactValue[] =>
  (Object.entries(table) as [FactName, FactRow][]).flatMap(([kind, row]) => {
    const stated = object[kind] ?? row.missing ?? NOT_STATED
    const isInList = Array.isArray(stated)
    const parts = row.parts?.map(part => Object(stated)[part]).filter(one => one !== undefined)
    const values = parts?.length === 0 ? [NOT_STATED] : (parts ?? [stated].flat())
    return values.map(one => {
      const fact = { ...row, kind, about, isInList }
      if (typeof one !== 'object') return { ...fact, value: `${one}` }
      const value = isInList ? (one.company ?? one.name ?? one.id) : factOfTexts(one)
      return { ...fact, value: value ?? NOT_STATED, words: isInList ? one.words : one }
    })
  })
