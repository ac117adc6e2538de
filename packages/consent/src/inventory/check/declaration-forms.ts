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

/** The form of a value in a declaration or an inventory. */
export interface DeclarationForm {
  /** Says whether a value that is no object is valid. @default no such value is valid */
  readonly is?: ((value: unknown) => unknown) | undefined
  /** The forms of the properties of an object in this place. @default no object is valid */
  readonly has?: Readonly<Record<string, DeclarationForm>>
  /**
   * The properties that such an object needs, such as `name`. Of `seconds|until` it needs one.
   * @default it may be empty
   */
  readonly needs?: readonly string[]
  /** The form of each entry of a list in this place. @default no list is valid */
  readonly list?: DeclarationForm
  /** Whether the value is an object with a text for each language. */
  readonly isWords?: true
}

/** A form for each property of an object. The compiler names a property without a form. */
type FormsOf<Table> = { readonly [Key in keyof Table]-?: DeclarationForm }

/**
 * The longest lifetime of a cookie that vendors usually state, and the longest retention, such as
 * for commercial books, in seconds. A day, or four days, in milliseconds are more than this.
 */
export const TWO_YEARS = 63_244_800
export const TEN_YEARS = 315_619_200

/** Says whether a value is a text, and not empty. */
export const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== ''

const TEXT: DeclarationForm = { is: isFilled }
const TEXTS: DeclarationForm = { isWords: true }
const YES_NO: DeclarationForm = { is: value => typeof value === 'boolean' }

const matching = (pattern: RegExp): DeclarationForm => ({
  is: value => typeof value === 'string' && pattern.test(value),
})

const isTime = (value: unknown, most: number) =>
  typeof value === 'number' && value >= 0 && value <= most

/**
 * Returns the form of each property of a service. A function and not a constant: bundlers leave it
 * out of production, where nothing calls it.
 */
export const serviceForms = (): FormsOf<Declaration> &
  Readonly<Record<string, DeclarationForm>> => {
  const CODE: DeclarationForm = { is: value => typeof value === 'function' }
  const WORDS: DeclarationForm = { ...CODE, ...TEXTS }
  /** The form of a property that the SDK itself adds to a service. */
  const ANY: DeclarationForm = { is: () => true }
  const NOT_STATED: DeclarationForm = matching(/^not-stated$/)
  const isLifetime = (value: unknown) =>
    isTime(value, TWO_YEARS) || value === 'session' || value === 'until-deleted'
  const STORED: FormsOf<Stored> = {
    ...{ name: TEXT, purpose: WORDS, seconds: { is: isLifetime }, isRenewed: YES_NO },
    ...{ party: matching(/^(first|third)$/), setBy: TEXT },
  }
  /** The form of a list of names, or of rows with a name. */
  const NAMES: DeclarationForm = { list: { ...TEXT, has: STORED, needs: ['name'] } }
  const BASIS = matching(/^(consent|contract|law|certified|equivalent)$/)
  const TRANSFER: FormsOf<Transfer> = { basis: BASIS, when: WORDS, how: WORDS }
  const RETENTION: FormsOf<Retention> = {
    ...{ seconds: { is: value => isTime(value, TEN_YEARS) }, until: WORDS },
    ...{ words: WORDS, afterwards: WORDS },
  }
  const KEPT: DeclarationForm = { ...NOT_STATED, has: RETENTION, needs: ['seconds|until'] }
  const RECIPIENT_FACTS: FormsOf<Recipient> = {
    ...{ company: TEXT, country: matching(/^[A-Z]{2}$/), contact: { ...TEXT, list: TEXT } },
    ...{ policyUrl: TEXT, relation: matching(/^(processor|third-party|collects-itself)$/) },
    ...{ transfer: { has: TRANSFER, needs: ['basis'] }, purpose: WORDS, retention: KEPT },
    subprocessors: { list: TEXT },
  }
  const RECIPIENT: DeclarationForm = { has: RECIPIENT_FACTS, needs: ['company'] }
  const ITEM: FormsOf<Item> = { id: TEXT, words: WORDS }
  const REFUSAL: FormsOf<Refusal> = { link: TEXT, words: WORDS, effect: WORDS }
  const PURPOSES: FormsOf<NonNullable<Declaration['purposes']>> = { site: WORDS, recipient: WORDS }
  return {
    name: TEXT,
    category: TEXT,
    recipients: { ...NOT_STATED, ...RECIPIENT, list: RECIPIENT },
    retention: KEPT,
    collects: { list: { has: ITEM, needs: ['id'] } },
    toolKind: matching(/^(script|pixel|iframe|app-sdk)$/),
    identifies: YES_NO,
    purposes: { has: PURPOSES },
    refusal: { has: REFUSAL },
    addresses: { list: matching(ADDRESS_PATTERN) },
    ...{ cookies: NAMES, storage: NAMES, databases: { list: TEXT } },
    ...{ necessary: WORDS, isBehavioural: YES_NO, start: CODE, stop: CODE, refused: CODE },
    ...{ failed: ANY, attach: ANY, isInvalid: ANY, src: ANY, config: ANY },
  }
}

/** Returns the form of each property of `facts`. With the script tag, facts have a name, too. */
export const factForms = (): FormsOf<StatedFacts> & Readonly<Record<string, DeclarationForm>> => {
  const { recipients, retention, collects, toolKind, identifies, ...rest } = serviceForms()
  const { name, purposes, refusal, isBehavioural, cookies } = rest
  const rows: DeclarationForm = { list: { ...cookies.list, is: () => false } }
  return {
    ...{ name, recipients, retention, collects, toolKind, identifies },
    ...{ purposes, refusal, isBehavioural, cookies: rows },
  }
}

/** Returns the form of an inventory: declarations with lists and rows in every place. */
export const inventoryForm = (): DeclarationForm => {
  const forms = serviceForms()
  const ROWS: DeclarationForm = { list: { ...forms.cookies.list, is: undefined } }
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
    wordsHashes: TEXTS,
  }
  return { has: INVENTORY, needs: ['policy', 'services'] }
}
