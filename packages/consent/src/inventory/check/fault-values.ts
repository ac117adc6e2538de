import { languagesOf, namedServicesOf, type SiteOptions } from '../resolve-site.ts'
import { WORDS } from '../texts.ts'
import { checkDeclarations, type DeclarationFault } from './check-declarations.ts'
import { TEN_YEARS, TWO_YEARS } from './declaration-forms.ts'

/** The values of the warning `declaration`. */
export type FaultValues = readonly [
  path: string,
  value: unknown,
  /** What was expected, to stand after "Expected". For an unknown property, the known ones. */
  expected: string | readonly string[],
  /** The consequence, as a sentence. @default visitors read "Not stated" */
  now?: string | undefined,
]

/** The consequence of a mistake in a value that the gate reads. */
const BLOCKED = 'The service stays blocked.'

/**
 * Returns for properties, or for other mistakes, what was expected and the consequence. A function,
 * see `serviceForms`.
 */
const rows = (): readonly (readonly [abouts: string, expected: string, now?: string])[] => [
  ['recipients', 'one or several companies, or "not-stated"'],
  ['country', 'two letters of ISO 3166-1'],
  ['relation', '"processor", "third-party" or "collects-itself"'],
  ['transfer', '{ basis, when, how }'],
  ['basis', '"consent", "contract", "law", "certified" or "equivalent"'],
  ['facts', 'an object, such as { retention: { seconds: 5_184_000 } }'],
  ['retention', '{ seconds }, { until } or "not-stated"'],
  [
    'seconds',
    `a number of seconds, not of milliseconds: at most ${TEN_YEARS} for a retention, and ${TWO_YEARS}, "session" or "until-deleted" for a cookie or key`,
  ],
  ['collects', 'items in a list, such as [{ id: "messages" }]'],
  ['toolKind', '"script", "pixel", "iframe" or "app-sdk"'],
  ['purposes', '{ site, recipient }'],
  ['refusal', '{ link, words }'],
  ['addresses', 'hosts or addresses in a list, such as ["chat.example"]', BLOCKED],
  ['cookies storage databases', 'names in a list, such as ["chat_*"]'],
  ['party', '"first" or "third"'],
  ['identifies isRenewed isBehavioural withoutGrant', 'true or false'],
  ['subprocessors', 'names of companies in a list, such as ["Cloud Inc."]'],
  ['start stop refused', 'a function', BLOCKED],
  [
    'category',
    'the name of a category, without a reason why it is necessary beside it',
    'With a category the service is optional.',
  ],
  [
    'necessary',
    'a category, or the reason why it is necessary, such as { en: "…" }',
    'A service without a category and a reason stays blocked.',
  ],
  ['twice', 'a name that no other service has', 'Visitors cannot tell these services apart.'],
  [
    'known',
    'one service of this name: facts about a service of Google belong into the option `facts` of its function, or with the script tag into an entry without a category',
    'Visitors read both.',
  ],
  ['inventory policy services', 'what inventoryOf() returns, or its JSON, parsed'],
  ['wordsHashes', 'a hash for each language'],
  [WORDS.join(' '), 'a text for each language, such as { en: "…" }'],
]

/** Returns what the warning `declaration` says about a mistake. */
export const faultValues = ([path, value, about, ...more]: DeclarationFault): FaultValues => {
  if (about === 'unknown') return [path, value, more[0] as readonly string[]]
  if (about === 'lifetime')
    return [path, value, `${more[0]}, the lifetime that ${more[1]} declares`, 'Visitors read both.']
  const found = rows().find(([abouts]) => abouts.split(' ').includes(about))
  const [, expected = 'a text', now] = found ?? []
  return [path, value, expected, now]
}

/**
 * Finds the mistakes in the declarations of a site's options, see `checkDeclarations`.
 *
 * @param language The language in which the page is shown.
 */
export const faultsIn = (options: SiteOptions, language?: string): readonly FaultValues[] =>
  checkDeclarations(namedServicesOf(options), languagesOf(options, language)).map(faultValues)
