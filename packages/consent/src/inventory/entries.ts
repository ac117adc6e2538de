import { THIRTEEN_MONTHS } from '../shared/defaults.ts'
import type { OwnLanguage } from '../shared/languages.ts'
import type { ServiceTexts } from '../words/details-words.ts'
import type { Recipient, Relation, Stored, Texts } from './declaration.ts'

/** What the SDK knows of one service. `resolve` adds the words. */
export interface Entry {
  /** How the recipient stands to the site. @default not stated */
  readonly relation?: Relation
  /** The company that receives the data. @default Google */
  readonly recipient?: Recipient<Texts>
  /** Lifetimes by the name of the cookie, key or database. @default those of `lifetimeOf` */
  readonly lifetimes?: Readonly<Record<string, Lifetime>>
  /** Cookies on other hosts, which no page of the site can read or delete. @default none */
  readonly thirdParty?: readonly Stored<Texts>[]
  /** The ids of the items that the service collects. */
  readonly collects: readonly string[]
  /**
   * Of the cookies that the service lists as names, those that it sets today. Most other names are
   * of Google's older tags, such as `__utma`: the gate deletes them, too. @default all
   */
  readonly setsToday?: readonly string[]
  /** How many seconds the recipient keeps the data. @default not stated */
  readonly seconds?: number
  readonly identifies?: boolean
  /** Address of the page where a visitor refuses at the recipient itself. */
  readonly refusal?: string
}

/** Loads what we know of a preset: the entry, and the words about it in one language. */
export type PresetEntry = { readonly facts: () => Promise<{ readonly entry: Entry }> } & Readonly<
  Record<OwnLanguage, () => Promise<{ readonly words: ServiceTexts }>>
>

/** One day, in seconds. */
export const DAY = 86_400

/** The company that receives what Google's services collect. */
export const GOOGLE: Recipient<Texts> = {
  company: 'Google LLC',
  country: 'US',
  contact: 'https://support.google.com/policies/contact/general_privacy_form',
  policyUrl: 'https://policies.google.com/privacy',
}

/** The name under which inventories list the SDK itself. */
export const OWN_NAME = 'SpaceONE Consent'

/** What the SDK knows of Google's services and of itself, by the name of the service. */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  'Google Analytics': {
    // A property that shares no data with Google's products has Google as processor.
    // https://support.google.com/analytics/answer/1011397 (read 2026-11-30)
    // https://support.google.com/analytics/answer/9024351 (read 2026-11-30)
    relation: 'processor',
    // Each event has the page's address, title and referrer, the language and the size of the
    // screen; the request has the IP address.
    // https://support.google.com/analytics/answer/9234069 (read in quotations, 2026-11-30)
    collects: [
      ...['pages', 'title', 'referrer', 'clicks', 'time', 'region', 'browser', 'language'],
      ...['device', 'screen', 'address', 'cookie-id'],
    ],
    setsToday: ['_ga', '_ga_*'],
    // 14 months is the longest period for data of users. Only event data of 360 properties may be
    // kept longer. https://support.google.com/analytics/answer/7667196 (read 2026-11-30)
    // https://developers.google.com/analytics/devguides/config/admin/v1/rest/v1beta/DataRetentionSettings
    seconds: 426 * DAY,
    refusal: 'https://tools.google.com/dlpage/gaoptout',
    // Article 9 (4) of SpaceONE's privacy policy: "only information that cannot identify
    // individuals is collected".
    identifies: false,
  },
  'Google Tag Manager': {
    relation: 'processor',
    // Tag Manager itself collects no address of a page.
    // https://support.google.com/tagmanager/answer/9323295 (read in quotations, 2026-11-30)
    collects: ['time', 'browser', 'address', 'tags'],
    // Google deletes its logs of requests within 14 days.
    // https://support.google.com/tagmanager/answer/9323295 (read in quotations, 2026-11-30)
    seconds: 14 * DAY,
    identifies: false,
  },
  'Google Ads': {
    relation: 'collects-itself',
    collects: ['pages', 'time', 'ads', 'browser', 'device', 'address', 'cookie-id'],
    // Google may connect the visit with a Google account.
    identifies: true,
    // Google removes cookies from its logs of advertising after 18 months. What it keeps with an
    // account stays until the owner deletes it.
    // https://business.safety.google/adsretention (read 2026-11-30)
    // https://policies.google.com/technologies/retention (read 2026-11-30)
    seconds: 547 * DAY,
    refusal: 'https://myadcenter.google.com/',
  },
  'Firebase Analytics': {
    relation: 'processor',
    collects: ['app', 'browser', 'address', 'installation-id'],
    identifies: false,
    // A property of Google Analytics has the data of Firebase Analytics, so this is the retention
    // in the entry `Google Analytics`.
    seconds: 426 * DAY,
  },
  // Only the site itself receives the data, as `ownDeclaration` says.
  [OWN_NAME]: { collects: ['choice'], identifies: false },
}

/** How long a cookie, key or database lives. */
export type Lifetime = Pick<Stored, 'seconds' | 'isRenewed'>

/** Lifetimes that `CookieConfig` does not change, by the name of the cookie, key or database. */
export const LIFETIMES: Readonly<Record<string, Lifetime>> = {
  // 90 days. Google's list of these cookies is linked from
  // https://developers.google.com/tag-platform/security/concepts/cookies (read 2026-11-30)
  '_gcl_*': { seconds: 90 * DAY },
  // AdSense: 13 months. `IDE`: 13 months in the European Economic Area, Switzerland and the United
  // Kingdom, 24 months elsewhere.
  // https://policies.google.com/technologies/cookies (read in quotations, 2026-11-30)
  __gads: { seconds: THIRTEEN_MONTHS },
  __gpi: { seconds: THIRTEEN_MONTHS },
  IDE: { seconds: 730 * DAY },
  _gcl_ls: { seconds: 'until-deleted' },
  'firebase-installations-database': { seconds: 'until-deleted' },
  'firebase-heartbeat-database': { seconds: 'until-deleted' },
}

/**
 * The parameters of Google's `config` command that change names or lifetimes of cookies, with
 * values of any type.
 */
export type CookieConfig = Readonly<
  Partial<Record<'cookie_expires' | 'cookie_update' | 'cookie_prefix', unknown>>
>
