import type { AnyConsent, ConsentRecord, PolicyOptions } from '../core/index.ts'
import type { Relation } from '../inventory/index.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { servicesIn } from '../shared/services.ts'

/** The decision that a receipt describes, and the words for it. */
export interface ReceiptText {
  /** The record to describe, from the history. @default the stored record */
  readonly record?: ConsentRecord | undefined
  /** Names of the purposes in the visitor's language, by category. @default no `purpose_name` */
  readonly purposes?: Readonly<Record<string, string>> | undefined
  /** Name of the place on the site where a visitor can withdraw. @default 'Cookie settings' */
  readonly settings?: string | undefined
}

type EventState = 'given' | 'refused'

interface Party {
  readonly party_name: string
  /** Address of a page, or a `mailto:` address. */
  readonly party_contact?: string | undefined
  /** ISO 3166-1, two letters. */
  readonly party_country?: string | undefined
}

/** The facts about a service in a receipt, besides the visitor's answer. */
export interface ServiceFacts {
  readonly service: string
  /** Missing if the recipients are not stated, or the inventory is unknown. */
  readonly recipients?:
    | readonly (Party & { readonly relation?: Relation | undefined })[]
    | undefined
  /** The items of data: their ids, and their names in the language of the notice, else the ids. */
  readonly pii_information?:
    | readonly { readonly pii_type: string; readonly pii_name: string }[]
    | undefined
}

/**
 * A decision in a form that people and programs can read. Fields are named for terms of
 * ISO/IEC TS 27560; some are the SDK's own, see the README of this folder.
 */
export interface Receipt {
  readonly schema_version: 'spaceone-consent-receipt/3'
  /**
   * Id of the receipt, the same as in the event that the endpoint receives. Missing if decisions
   * are not delivered, if the decision grants nothing, and for a record of the history.
   */
  readonly receipt_id?: string | undefined
  /** Language of the notice, else of the page, as a BCP 47 tag. */
  readonly language: string
  readonly privacy_notice: {
    readonly version: string
    readonly url?: string | undefined
    /** Hash of the notice, see `ConsentRecord.h`. */
    readonly hash?: string | undefined
  }
  /**
   * Hash of the inventory whose words were in the notice, see `KeptNotice`; `unknown` if the
   * receipt was made without this inventory.
   */
  readonly inventory: string
  /** Empty if the policy names no controller and there is no page, as in Node. */
  readonly pii_controllers: readonly Party[]
  readonly purposes: readonly {
    /** Name of the category, as in the record. */
    readonly purpose: string
    readonly purpose_name?: string | undefined
    readonly lawful_basis: 'consent'
    readonly event_state: EventState
    /** If the inventory is unknown: the names of the services that the site has now. */
    readonly services: readonly (ServiceFacts & {
      /** A visitor can refuse a service although its purpose is granted. */
      readonly event_state: EventState
    })[]
  }[]
  readonly collection_method: {
    readonly method: ConsentRecord['m']
    readonly surface: ConsentRecord['s']
    /** Whether the browser sent Global Privacy Control. */
    readonly global_privacy_control: boolean
  }
  /** ISO 8601, UTC. */
  readonly event_time: string
  /** ISO 8601, UTC. */
  readonly valid_until: string
  /** Number of the decision: one more than that of the previous record; 1 without one. */
  readonly sequence: number
  readonly withdrawal_method: string
  readonly record: ConsentRecord
}

/** Makes a receipt, see `receipt`. Without an inventory, the receipt only names services. */
export const makeReceipt = (
  { options, $state }: AnyConsent,
  given: ReceiptText,
  inventory = 'unknown',
  servicesOf: (category: string) => readonly ServiceFacts[] = category =>
    servicesIn(options, category).map(({ name }) => ({ service: name })),
): Receipt | undefined => {
  const record = ownProperty(given, 'record') ?? $state.get().record
  const purposes = ownProperty(given, 'purposes') ?? {}
  const settings = ownProperty(given, 'settings') ?? 'Cookie settings'
  if (!record) return undefined
  // Node and workers of other platforms have no `location`.
  const page: Location | undefined = globalThis.location
  const { controller, url } = options.policy
  const { x = [], h: hash } = record
  const answer = (isGiven: boolean): EventState => (isGiven ? 'given' : 'refused')

  return {
    schema_version: 'spaceone-consent-receipt/3',
    receipt_id: record.r,
    language: record.l,
    privacy_notice: { version: record.p, url: policyAddress(url, record.l), hash },
    inventory,
    pii_controllers: [controller ?? (page && { name: page.host })].flatMap(party =>
      party ? [{ party_name: party.name, party_contact: party.contact }] : [],
    ),
    purposes: Object.entries(record.c).map(([purpose, isGranted]) => ({
      purpose,
      purpose_name: Object.entries(purposes).find(([category]) => category === purpose)?.[1],
      lawful_basis: 'consent',
      event_state: answer(isGranted === 1),
      services: servicesOf(purpose).map(facts => ({
        ...facts,
        event_state: answer(isGranted === 1 && !x.includes(`${purpose}/${facts.service}`)),
      })),
    })),
    collection_method: {
      method: record.m,
      surface: record.s,
      global_privacy_control: record.g === 1,
    },
    event_time: timeOf(record.t),
    valid_until: timeOf(record.e),
    sequence: record.n,
    withdrawal_method: [settings, page?.origin ?? []].flat().join(', '),
    record,
  }
}

const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString()

/** Returns the policy's address in a language, else its first; absolute if there is a page. */
const policyAddress = (url: PolicyOptions['url'], language: string): string | undefined => {
  const address =
    typeof url === 'object'
      ? (url[language] ?? url[language.replace(/-.*/, '')] ?? Object.values(url)[0])
      : url
  const isRelative = address && globalThis.location && !/^\w+:/.test(address)
  return isRelative ? new URL(address, location.href).href : address
}
