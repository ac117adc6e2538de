import type { FactName } from '../words/sections-text.ts'
import type { Recipient, Retention, Stored, Texts } from './declaration.ts'
import { factOfTexts } from './fact-of-texts.ts'
import type { InventoryService } from './inventory.ts'

/** One value of a fact of a service. */
export interface FactValue {
  /** The recipient's company, or the name of the cookie. @default the fact is about the service */
  readonly about?: string | undefined
  /**
   * The value as text. Of words, their id; without an id, the text in the language that is declared
   * first.
   */
  readonly value: string
  readonly words?: Texts | undefined
}

/** A fact: how its values are read, and which changes widen what visitors have agreed to. */
export interface FactRow {
  readonly read: (service: InventoryService) => readonly FactValue[]
  /** Whether each value stands for itself, such as an item, which is there or not. */
  readonly isList: boolean
  /** Says whether a value that is new, or that differs from the value before, widens. */
  readonly widens: (after: string, before?: string) => boolean
}

/** The value of a fact that is not stated. */
export const NOT_STATED = 'not-stated'

/** The value in place of a category, where a service is necessary. */
export const NECESSARY = 'necessary'

/** The value in place of recipients, where only the site receives the data. */
export const ONLY_THIS_SITE = 'only-this-site'

type Widens = FactRow['widens']
const never: Widens = () => false
const always: Widens = () => true
const becomes =
  (value: string): Widens =>
  after =>
    after === value

/** Says whether a time is longer. A time in words, such as "until you leave", is always another. */
const longer: Widens = (after, before = 'Infinity') =>
  lengthInSeconds(after) > lengthInSeconds(before) || lengthInSeconds(after) === Infinity
const lengthInSeconds = (time: string) =>
  time === 'session' ? 0 : Number.isFinite(+time) ? +time : Infinity

type Value = string | number | boolean | Texts | undefined

const factValue = (value: Value, about?: string): FactValue =>
  typeof value === 'object'
    ? { about, value: factOfTexts(value) ?? NOT_STATED, words: value }
    : { about, value: `${value ?? NOT_STATED}` }

/** Returns what a fact is read of, and the name of what it is about. */
type Subjects<Of> = (
  service: InventoryService,
) => readonly (readonly [of: Of, about?: string | undefined])[]

const ofService: Subjects<InventoryService> = service => [[service]]
const ofRecipients: Subjects<Recipient<Texts>> = ({ recipients }) =>
  recipients === NOT_STATED ? [] : recipients.map(one => [one, one.company])
const ofStored: Subjects<Stored<Texts>> = ({ cookies, storage, databases }) =>
  [cookies, storage, databases].flat().map(one => [one, one.name])

/** The purpose and the retention of each recipient; of the service if it has no recipients. */
const ofReceivers: Subjects<{
  purpose: Texts | undefined
  kept: Partial<Retention<Texts>>
}> = service => {
  const { purposes, retention: ofAll } = service
  const subject = ({
    purpose = purposes?.recipient,
    retention = ofAll,
  }: Partial<Recipient<Texts>>) => ({ purpose, kept: retention === NOT_STATED ? {} : retention })
  const all = ofRecipients(service).map(([one, company]) => [subject(one), company] as const)
  return all[0] ? all : [[subject({})]]
}

/** Makes the row of a fact that has one value. `null` stands for a default, which is no fact. */
const single = <Of>(
  subjects: Subjects<Of>,
  read: (of: Of) => Value | null,
  widens = never,
): FactRow => ({
  read: service =>
    subjects(service).flatMap(([of, about]) => {
      const value = read(of)
      return value === null ? [] : [factValue(value, about)]
    }),
  widens,
  isList: false,
})

const list = (read: FactRow['read'], widens = always): FactRow => ({ read, widens, isList: true })
const names = (list: readonly { readonly name: string }[]) =>
  list.map(({ name }) => factValue(name))

/** All facts of a service, in the order in which their changes are listed. */
export const FACTS: Readonly<Record<FactName, FactRow>> = {
  service: list(service => names([service])),
  category: single(
    ofService,
    ({ category }) => category ?? NECESSARY,
    (_, before) => before !== NECESSARY,
  ),
  necessary: single(ofService, ({ category, necessary }) => (category ? null : necessary), always),
  withoutGrant: single(ofService, one => one.withoutGrant === true, becomes('true')),
  recipient: list(
    service =>
      service.recipients === NOT_STATED
        ? [factValue(NOT_STATED)]
        : service.recipients[0]
          ? service.recipients.map(({ company }) => factValue(company))
          : [factValue(ONLY_THIS_SITE)],
    after => after !== ONLY_THIS_SITE,
  ),
  relation: single(
    ofRecipients,
    one => one.relation,
    after => after !== 'processor',
  ),
  country: single(ofRecipients, one => one.country, always),
  contact: single(ofRecipients, ({ contact }) => contact && [contact].flat().sort().join(', ')),
  policyUrl: single(ofRecipients, one => one.policyUrl),
  basis: single(
    ofRecipients,
    one => one.transfer?.basis,
    (_, before) => before === 'consent',
  ),
  when: single(ofRecipients, one => one.transfer?.when, always),
  how: single(ofRecipients, one => one.transfer?.how, always),
  subprocessor: list(service =>
    ofRecipients(service).flatMap(([{ subprocessors = [] }, company]) =>
      subprocessors.map(name => factValue(name, company)),
    ),
  ),
  sitePurpose: single(ofService, one => one.purposes?.site, always),
  recipientPurpose: single(ofReceivers, one => one.purpose, always),
  retention: single(ofReceivers, ({ kept }) => kept.seconds ?? kept.until, longer),
  retentionWords: single(ofReceivers, ({ kept }) => kept.words ?? null, always),
  afterwards: single(ofReceivers, ({ kept }) => kept.afterwards, always),
  item: list(({ collects }) =>
    collects[0] ? collects.map(({ id, words }) => ({ value: id, words })) : [factValue(NOT_STATED)],
  ),
  toolKind: single(ofService, one => one.toolKind),
  identifies: single(ofService, one => one.identifies, becomes('true')),
  isBehavioural: single(ofService, one => one.isBehavioural !== false, becomes('true')),
  address: list(({ addresses }) => addresses.map(one => factValue(one))),
  cookie: list(({ cookies }) => names(cookies)),
  storage: list(({ storage }) => names(storage)),
  database: list(({ databases }) => names(databases)),
  lifetime: single(ofStored, one => one.seconds, longer),
  isRenewed: single(ofStored, one => one.isRenewed === true, becomes('true')),
  party: single(ofStored, one => one.party ?? 'first', becomes('third')),
  setBy: single(ofStored, one => one.setBy ?? null),
  storedPurpose: single(ofStored, one => one.purpose, always),
  refusalLink: single(ofService, one => one.refusal?.link),
  refusalWords: single(ofService, one => one.refusal?.words),
  effect: single(ofService, one => one.refusal?.effect ?? null),
}
