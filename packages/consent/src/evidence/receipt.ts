import type { AnyConsent, ConsentRecord, PolicyOptions } from '../core/index.ts'
import type { Declaration } from '../inventory/index.ts'
import { own } from '../shared/own.ts'

/** Options of a receipt. */
export interface ReceiptOptions {
  /** The decision to describe, from the history. @default the present decision */
  readonly record?: ConsentRecord | undefined
  /**
   * Names of the purposes in the visitor's language, by category. @default the categories' names
   */
  readonly purposes?: Readonly<Record<string, string>> | undefined
  /** Name of the place on the site where a visitor can withdraw. @default 'Cookie settings' */
  readonly settings?: string | undefined
}

/** Whether the visitor has granted or refused. */
type Answer = 'given' | 'refused'

/** A company or another party. */
interface Party {
  readonly party_name: string
  /** Address of a page, or a `mailto:` address. */
  readonly party_contact?: string | undefined
  /** ISO 3166-1 code of a country, two letters. */
  readonly party_country?: string | undefined
}

/**
 * A decision in a form that people and programs can read. Field names are those of ISO/IEC TS
 * 27560; the README of this folder has the table.
 */
export interface Receipt {
  readonly schema_version: 'spaceone-consent-receipt/1'
  /**
   * Id of the receipt, the same as in the event that the endpoint receives. Missing if decisions
   * are not delivered, or if the decision grants nothing.
   */
  readonly receipt_id?: string | undefined
  /** Language of the notice, as a BCP 47 tag. */
  readonly language: string
  readonly privacy_notice: {
    readonly version: string
    readonly url?: string | undefined
    /** Hash of the notice's strings as the visitor saw them. */
    readonly hash?: string | undefined
  }
  readonly pii_controllers: readonly Party[]
  readonly purposes: readonly {
    /** Name of the category in the configuration. */
    readonly purpose: string
    /** Name of the purpose as the visitor saw it. */
    readonly purpose_name?: string | undefined
    readonly lawful_basis: 'consent'
    readonly event_state: Answer
    /** The services of this purpose. */
    readonly services: readonly {
      readonly service: string
      /** The answer for this service. A service may be refused although its purpose is granted. */
      readonly event_state: Answer
      readonly recipient_third_parties?: readonly Party[] | undefined
    }[]
  }[]
  /**
   * How the visitor decided, and on which surface: banner, preferences, a block in the page, or an
   * API call.
   */
  readonly collection_method: {
    readonly method: ConsentRecord['m']
    readonly surface: ConsentRecord['s']
    /** Whether the browser sent Global Privacy Control. */
    readonly global_privacy_control: boolean
  }
  /** ISO 8601, UTC. */
  readonly event_time: string
  /** Time at which the decision expires, ISO 8601, UTC. */
  readonly valid_until: string
  /** Sequence number of the decision in this browser, from 1. */
  readonly sequence: number
  readonly withdrawal_method: string
  /** The stored record from which the receipt is made. */
  readonly record: ConsentRecord
}

/**
 * Returns a readable receipt of a decision: the responsible company, the granted and refused
 * purposes, the recipients of data, the time, and how to withdraw.
 *
 * ```ts
 * const json = JSON.stringify(receipt(consent), undefined, 2)
 * ```
 *
 * @returns `undefined` if the visitor has not decided.
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
    privacy_notice: { version: record.p, url: policyAddress(url, record.l), hash },
    pii_controllers: [
      { party_name: controller?.name ?? location.host, party_contact: controller?.contact },
    ],
    purposes: Object.entries(record.c).map(([purpose, isGranted]) => ({
      purpose,
      purpose_name: Object.entries(purposes).find(([category]) => category === purpose)?.[1],
      lawful_basis: 'consent',
      event_state: answer(isGranted === 1),
      services: servicesOf(options, purpose).map(({ name, recipients }) => ({
        service: name,
        event_state: answer(isGranted === 1 && !x.includes(`${purpose}/${name}`)),
        recipient_third_parties: (typeof recipients === 'object' ? [recipients].flat() : []).map(
          ({ company, country }) => ({
            party_name: company,
            party_country: country,
          }),
        ),
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

/** The fields of a service that a receipt shows. */
interface Named {
  readonly name?: string | undefined
  readonly category?: string | undefined
  readonly recipients?: Declaration['recipients'] | undefined
}

/**
 * Returns the services in a category's list, and the services outside the categories that name this
 * category. Services without a name are left out.
 */
const servicesOf = ({ categories, services = [] }: AnyConsent['options'], category: string) => {
  const under = Object.entries(categories).find(([name]) => name === category)?.[1].services ?? []
  const named: readonly Named[] = services
  return [
    ...(under as readonly Named[]),
    ...named.filter(one => one.category === category),
  ].flatMap(({ name, recipients }) => (name ? { name, recipients } : []))
}

/**
 * Returns the absolute address of the policy in a language. If the site has none, returns the first
 * address.
 */
const policyAddress = (url: PolicyOptions['url'], language: string): string | undefined => {
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
