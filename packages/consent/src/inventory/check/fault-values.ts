import type { Fault } from '../../options/validate.ts'
import { languagesOf, namedServicesOf, type SiteOptions } from '../resolve-site.ts'
import { checkDeclarations } from './check-declarations.ts'
import { TEN_YEARS, TWO_YEARS } from './declaration-forms.ts'

/** The values of the warning `declaration`. */
export type FaultValues = readonly [
  path: string,
  value: unknown,
  /** What was expected, to stand after "Expected". For an unknown property, the known ones. */
  expected: string | readonly string[],
  /** The consequence. @default visitors read "Not stated"; an unknown property is ignored */
  now?: string | undefined,
]

/** The consequence of an invalid address or function of a service. */
const BLOCKED = 'The service stays blocked.'

/** What was expected of a property, or instead of a kind of mistake, and the consequence. */
type Expectation = readonly [expected: string, now?: string]

/**
 * Returns what to say was expected, by the name of a property or of a kind of mistake. For a
 * name without a row, a text or words were expected. A function, see `serviceForms`.
 */
const expectations = (): Readonly<Record<string, Expectation>> => {
  const YES_NO: Expectation = ['true or false']
  const NAMES: Expectation = ['names in a list, such as ["chat_*"]']
  const CODE: Expectation = ['a function', BLOCKED]
  const INVENTORY: Expectation = ['what inventoryOf() returns, or its JSON, parsed']
  return {
    recipients: ['one or several companies, or "not-stated"'],
    country: ['two letters of ISO 3166-1'],
    relation: ['"processor", "third-party" or "collects-itself"'],
    transfer: ['{ basis, when, how }'],
    basis: ['"consent", "contract", "law", "certified" or "equivalent"'],
    facts: ['an object, such as { retention: { seconds: 5_184_000 } }'],
    retention: ['{ seconds }, { until } or "not-stated"'],
    seconds: [
      `a number of seconds, not of milliseconds: at most ${TEN_YEARS} for a retention, and ${TWO_YEARS}, "session" or "until-deleted" for a cookie or key`,
    ],
    collects: ['items in a list, such as [{ id: "messages" }]'],
    toolKind: ['"script", "pixel", "iframe" or "app-sdk"'],
    purposes: ['{ site, recipient }'],
    refusal: ['{ link, words }'],
    addresses: ['hosts or addresses in a list, such as ["chat.example"]', BLOCKED],
    ...{ cookies: NAMES, storage: NAMES, databases: NAMES },
    party: ['"first" or "third"'],
    ...{ identifies: YES_NO, isRenewed: YES_NO, isBehavioural: YES_NO, withoutGrant: YES_NO },
    subprocessors: ['names of companies in a list, such as ["Cloud Inc."]'],
    ...{ start: CODE, stop: CODE, refused: CODE },
    category: [
      'the name of a category, without a reason why it is necessary beside it',
      'With a category the service is optional.',
    ],
    necessary: [
      'a category, or the reason why it is necessary, such as { en: "…" }',
      'A service without a category and a reason stays blocked.',
    ],
    twice: ['a name that no other service has', 'Visitors cannot tell these services apart.'],
    known: [
      'one service of this name: facts about it belong into the option `facts` of its function, or, about a service of Google with the script tag, into an entry without a category',
      'Visitors read both.',
    ],
    ...{ inventory: INVENTORY, policy: INVENTORY, services: INVENTORY },
    wordsHashes: ['a hash for each language'],
  }
}

/** Returns what the warning `declaration` says about a mistake. */
export const faultValues = ([path, value, about, ...more]: Fault): FaultValues => {
  if (about === 'unknown') return [path, value, more[0] as readonly string[]]
  if (about === 'lifetime')
    return [path, value, `${more[0]}, the lifetime that ${more[1]} declares`, 'Visitors read both.']
  const text = more[0] ? 'a text for each language, such as { en: "…" }' : 'a text'
  const [expected, now] = expectations()[about] ?? [text]
  return [path, value, expected, now]
}

/** Finds the mistakes in the declarations of a site's options, for a page in a language. */
export const faultsIn = (options: SiteOptions, language?: string): readonly FaultValues[] =>
  checkDeclarations(namedServicesOf(options), languagesOf(options, language)).map(faultValues)
