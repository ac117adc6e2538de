import type { Form } from '../../options/validate.ts'
import { IS_TAG } from '../../shared/build.ts'
import { ADDRESS_PATTERN } from '../../shared/patterns.ts'
import type {
  Declaration,
  Item,
  Recipient,
  Refusal,
  Retention,
  StatedFacts,
  Stored,
  Transfer,
} from '../declaration.ts'
import type { Inventory, InventoryService } from '../inventory.ts'

/** A form for each property of an object. The compiler names a property without a form. */
type FormsOf<Table> = { readonly [Key in keyof Table]-?: Form }

/**
 * The longest valid lifetime of a cookie, and the longest valid retention, such as of commercial
 * books, in seconds. One day in milliseconds is more than `TWO_YEARS`, four days are more than
 * `TEN_YEARS`.
 */
export const TWO_YEARS = 63_244_800
export const TEN_YEARS = 315_619_200

const TEXT: Form = { is: /./s }
const YES_NO: Form = { is: value => typeof value === 'boolean' }

/** Returns the forms of a service's properties. A function, as bundlers keep unused constants. */
export const serviceForms = (): FormsOf<Declaration> & Readonly<Record<string, Form>> => {
  const CODE: Form = { is: value => typeof value === 'function' }
  const WORDS: Form = { ...CODE, each: { is: /^/ }, isWords: true }
  /** The form of a property that is checked elsewhere, or that the SDK itself adds. */
  const ANY: Form = { is: () => true }
  const isTime = (value: unknown, most: number) =>
    typeof value === 'number' && value >= 0 && value <= most
  const isLifetime = (value: unknown) =>
    isTime(value, TWO_YEARS) || value === 'session' || value === 'until-deleted'
  const STORED: FormsOf<Stored> = {
    ...{ name: TEXT, purpose: WORDS, seconds: { is: isLifetime }, isRenewed: YES_NO },
    ...{ party: { is: /^(first|third)$/ }, setBy: TEXT },
  }
  /** The form of a list of names, or of rows with a name. */
  const NAMES: Form = { list: { ...TEXT, has: STORED, needs: ['name'] } }
  const TRANSFER: FormsOf<Transfer> = {
    basis: { is: /^(consent|contract|law|certified|equivalent)$/ },
    ...{ when: WORDS, how: WORDS },
  }
  const RETENTION: FormsOf<Retention> = {
    seconds: { is: value => isTime(value, TEN_YEARS) },
    ...{ until: WORDS, words: WORDS, afterwards: WORDS },
  }
  const NOT_STATED = /^not-stated$/
  const KEPT: Form = { is: NOT_STATED, has: RETENTION, needs: ['seconds|until'] }
  const RECIPIENT: FormsOf<Recipient> = {
    ...{ company: TEXT, contact: { ...TEXT, list: TEXT }, policyUrl: TEXT },
    country: { is: /^[A-Z]{2}$/ },
    relation: { is: /^(processor|third-party|collects-itself)$/ },
    transfer: { has: TRANSFER, needs: ['basis'] },
    ...{ purpose: WORDS, retention: KEPT },
    subprocessors: { list: TEXT },
  }
  const ONE: Form = { has: RECIPIENT, needs: ['company'] }
  const ITEM: FormsOf<Item> = { id: TEXT, words: WORDS }
  const REFUSAL: FormsOf<Refusal> = { link: TEXT, words: WORDS, effect: WORDS }
  const PURPOSES: FormsOf<NonNullable<Declaration['purposes']>> = { site: WORDS, recipient: WORDS }
  return {
    name: TEXT,
    category: TEXT,
    recipients: { ...ONE, is: NOT_STATED, list: ONE },
    retention: KEPT,
    collects: { list: { has: ITEM, needs: ['id'] } },
    toolKind: { is: /^(script|pixel|iframe|app-sdk)$/ },
    identifies: YES_NO,
    purposes: { has: PURPOSES },
    refusal: { has: REFUSAL },
    addresses: { list: { is: ADDRESS_PATTERN } },
    ...{ cookies: NAMES, storage: NAMES },
    databases: { list: TEXT },
    ...{ necessary: WORDS, isBehavioural: YES_NO, start: CODE, stop: CODE, refused: CODE },
    ...{ failed: ANY, attach: ANY, isInvalid: ANY, src: ANY, config: ANY },
    ...{ entry: ANY, id: ANY, preset: ANY },
    ...(IS_TAG ? {} : { options: ANY }),
  }
}

/** Returns the form of a list in which each item is a row, and no name alone. */
const rowsAlone = ({ list }: Form): Form => ({ list: { ...list, is: undefined } })

/** Returns the form of `facts`. With the script tag, facts have a name, too. */
export const factsForm = (): Form => {
  const { recipients, retention, collects, toolKind, identifies, ...rest } = serviceForms()
  const { name, purposes, refusal, isBehavioural, cookies } = rest
  const has: FormsOf<StatedFacts> & Readonly<Record<string, Form>> = {
    ...{ name, recipients, retention, collects, toolKind, identifies },
    ...{ purposes, refusal, isBehavioural, cookies: rowsAlone(cookies) },
  }
  return { has }
}

/** Returns the form of an inventory, whose cookies, keys and databases are rows. */
export const inventoryForm = (): Form => {
  const forms = serviceForms()
  const ROWS = rowsAlone(forms.cookies)
  const has: FormsOf<InventoryService> = {
    ...{ ...forms, withoutGrant: YES_NO, cookies: ROWS, storage: ROWS, databases: ROWS },
    // An invalid pattern matches nothing, and visitors read it as it is.
    addresses: { list: TEXT },
  }
  const needs = [
    ...['name', 'recipients', 'retention', 'collects'],
    ...['addresses', 'cookies', 'storage', 'databases'],
  ]
  const POLICY: FormsOf<Inventory['policy']> = { version: TEXT, effective: TEXT }
  const INVENTORY: FormsOf<Inventory> = {
    policy: { has: POLICY, needs: ['version'] },
    services: { list: { has, needs } },
    hash: TEXT,
    wordsHashes: { each: { is: /^/ } },
  }
  return { has: INVENTORY, needs: ['policy', 'services'] }
}
