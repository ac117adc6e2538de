import type { AnyConsent, ConsentRecord, PolicyOptions, Recipient } from '../core/index.ts'
import { own } from '../shared/own.ts'

/** What a receipt is made of besides the consent itself. */
export interface ReceiptOptions {
  /** A decision of the history. @default the one that is stored now */
  readonly record?: ConsentRecord | undefined
  /** What the purposes are called, by category. @default the categories' own names */
  readonly purposes?: Readonly<Record<string, string>> | undefined
  /** What the place is called where consent is withdrawn. @default 'Cookie settings' */
  readonly settings?: string | undefined
}

/** Whether something was consented to. */
type Answer = 'given' | 'refused'

/** A company, or whoever else. */
interface Party {
  readonly party_name: string
  /** An address of a page, or `mailto:`. */
  readonly party_contact?: string | undefined
  /** ISO 3166-1, two letters. */
  readonly party_country?: string | undefined
}

/**
 * A decision that a person can read, and a program. The names of its fields are those of ISO/IEC TS
 * 27560; the README has the table.
 */
export interface Receipt {
  readonly schema_version: 'spaceone-consent-receipt/1'
  /** Only where decisions are told to an endpoint, which has the same, and something is granted. */
  readonly receipt_id?: string | undefined
  /** Of the notice, a BCP 47 tag. */
  readonly language: string
  readonly privacy_notice: {
    readonly version: string
    readonly url?: string | undefined
    /** Hash of the strings that were shown. */
    readonly hash?: string | undefined
  }
  readonly pii_controllers: readonly Party[]
  readonly purposes: readonly {
    /** The category, as it is configured. */
    readonly purpose: string
    /** What it was called. */
    readonly purpose_name?: string | undefined
    readonly lawful_basis: 'consent'
    readonly event_state: Answer
    /** What runs for it. */
    readonly services: readonly {
      readonly service: string
      /** One may be left out of a purpose that is granted. */
      readonly event_state: Answer
      readonly recipient_third_parties?: readonly Party[] | undefined
    }[]
  }[]
  /** How it was decided, and in which layer. */
  readonly collection_method: {
    readonly method: ConsentRecord['m']
    readonly surface: ConsentRecord['s']
    /** The browser asked by Global Privacy Control not to be followed. */
    readonly global_privacy_control: boolean
  }
  /** ISO 8601, UTC. */
  readonly event_time: string
  /** Until when it counts. */
  readonly valid_until: string
  /** The how-many-eth decision this is in this browser. */
  readonly sequence: number
  readonly withdrawal_method: string
  /** What it is made from, as it is stored. */
  readonly record: ConsentRecord
}

/**
 * Gives a readable receipt of a decision: who is responsible, what was agreed to and refused, who
 * receives what, when and how, and how to withdraw.
 *
 * ```ts
 * const json = JSON.stringify(receipt(consent), undefined, 2)
 * ```
 *
 * @returns `undefined` where nothing has been decided.
 */
export const receipt = (
  { options, $state }: AnyConsent,
  given: ReceiptOptions = {},
): Receipt | undefined => {
  const record = own(given, 'record') ?? $state.get().record
  const purposes = own(given, 'purposes') ?? {}
  const settings = own(given, 'settings') ?? 'Cookie settings'
  if (!record) return undefined
  const { controller, url } = options.policy
  const { x = [], h: hash } = record
  const answer = (isGiven: boolean): Answer => (isGiven ? 'given' : 'refused')

  return {
    schema_version: 'spaceone-consent-receipt/1',
    receipt_id: record.r,
    language: record.l,
    privacy_notice: { version: record.p, url: addressOf(url, record.l), hash },
    pii_controllers: [
      { party_name: controller?.name ?? location.host, party_contact: controller?.contact },
    ],
    purposes: Object.entries(record.c).map(([purpose, isGranted]) => ({
      purpose,
      purpose_name: Object.entries(purposes).find(([category]) => category === purpose)?.[1],
      lawful_basis: 'consent',
      event_state: answer(isGranted === 1),
      services: servicesOf(options, purpose).map(({ name, recipient }) => ({
        service: name,
        event_state: answer(isGranted === 1 && !x.includes(`${purpose}/${name}`)),
        recipient_third_parties: recipient && [
          { party_name: recipient.name, party_country: recipient.country },
        ],
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
    withdrawal_method: `${settings}, ${location.origin}`,
    record,
  }
}

const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString()

/** A service as far as a receipt knows it. */
interface Named {
  readonly name?: string | undefined
  readonly category?: string | undefined
  readonly recipient?: Recipient | undefined
}

/** Gives what runs for a category, also what names it by itself. What has no name is left out. */
const servicesOf = ({ categories, services = [] }: AnyConsent['options'], category: string) => {
  const under = Object.entries(categories).find(([name]) => name === category)?.[1].services ?? []
  const named: readonly Named[] = services
  return [
    ...(under as readonly Named[]),
    ...named.filter(one => one.category === category),
  ].flatMap(({ name, recipient }) => (name ? { name, recipient } : []))
}

/** Gives the whole address of the policy in a language, or in the first that there is. */
const addressOf = (url: PolicyOptions['url'], language: string): string | undefined => {
  const address =
    typeof url === 'object'
      ? (url[language] ?? url[language.replace(/-.*/, '')] ?? Object.values(url)[0])
      : url
  try {
    return address && new URL(address, location.href).href
  } catch {
    return address
  }
}
