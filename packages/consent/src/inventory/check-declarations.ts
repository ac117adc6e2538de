import { ADDRESS_PATTERN } from '../shared/address-pattern.ts'
import { say } from '../shared/say.ts'
import type { Declared } from './complete.ts'
import type { Stored, Texts, Words } from './declaration.ts'
import { KNOWN_SERVICES } from './google-rules.ts'

/** A mistake in a declaration: the values of the warning `declaration`. */
export type DeclarationFault = readonly [
  /** The path of the value, such as `Chat.retention`. */
  path: string,
  value: unknown,
  /** What was expected, to stand after "Expected". */
  expected: string,
  /** The consequence, as a sentence. @default visitors read "Not stated" */
  now?: string,
]

/** The consequence of a mistake in a value that the gate reads. */
const BLOCKED = 'The service stays blocked.'

/** The properties of a declaration whose values are words, at any depth. */
const HAS_WORDS = /^(words|site|recipient|until|afterwards|when|how|purpose|necessary)$/

/**
 * Finds the mistakes in declarations.
 *
 * @param languages Languages that all words need to have, besides each language that any words
 *   have. @default no further languages
 */
export const checkDeclarations = (
  services: readonly Declared<Words>[],
  languages: readonly string[] = [],
): readonly DeclarationFault[] => {
  const found = services.flatMap(service => wordsIn(service, service.name))
  const needed = new Set([...languages, ...found.flatMap(([, words]) => Object.keys(words))])
  return [
    ...services.flatMap(faultsOf),
    ...found.flatMap(([path, words]) =>
      [...needed]
        .filter(language => !say(words, language))
        .map((language): DeclarationFault => [`${path}.${language}`, words[language], 'a text']),
    ),
    ...services.flatMap((service, at) =>
      services.slice(0, at).flatMap(other => conflicts(service, other)),
    ),
  ]
}

const faultsOf = (service: Declared<Words>): readonly DeclarationFault[] => {
  const { name, recipients, retention, category, necessary, match = [] } = service
  const faults: DeclarationFault[] = []
  const expect = (isRight: unknown, path: string, ...fault: [unknown, string, string?]) => {
    if (!isRight) faults.push([`${name}.${path}`, ...fault])
  }
  // A service of Google may leave out recipients and retention: our entry has them.
  const isKnown = (KNOWN_SERVICES as readonly string[]).includes(name)
  expect(
    isKnown || recipients,
    'recipients',
    recipients,
    'one or several companies, or "not-stated"',
  )
  const list = typeof recipients === 'object' ? [recipients].flat() : []
  for (const [at, { company, country = 'US' }] of list.entries()) {
    expect(company, `recipients[${at}].company`, company, 'a name')
    expect(
      /^[A-Z]{2}$/.test(country),
      `recipients[${at}].country`,
      country,
      'two letters of ISO 3166-1',
    )
  }
  expect(isKnown || retention, 'retention', retention, '{ seconds }, { until } or "not-stated"')
  const { seconds = 0 } = typeof retention === 'object' ? retention : {}
  expect(seconds >= 0, 'retention.seconds', seconds, 'a number of seconds')
  for (const [at, host] of match.entries())
    expect(
      ADDRESS_PATTERN.test(host),
      `match[${at}]`,
      host,
      'a host such as "chat.example", or an address',
      BLOCKED,
    )
  expect(
    category ?? necessary,
    'necessary',
    necessary,
    'a category, or the reason why it is necessary',
    BLOCKED,
  )
  expect(
    !category || !necessary,
    'category',
    category,
    'no category beside a reason why it is necessary',
    'The service is optional.',
  )
  return faults
}

/**
 * Returns each table of texts below a value, with its path. Words that are functions are not
 * called.
 */
const wordsIn = (
  value: unknown,
  path: string,
): readonly (readonly [path: string, words: Texts])[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`
        return HAS_WORDS.test(key) && typeof inner === 'object' && inner
          ? [[at, inner] as const]
          : wordsIn(inner, at)
      })

/** Finds the cookies and keys that two services declare with different lifetimes. */
const conflicts = (service: Declared<Words>, other: Declared<Words>): readonly DeclarationFault[] =>
  (['cookies', 'storage'] as const).flatMap(kind =>
    rowsOf(service[kind]).flatMap(({ name, seconds }): readonly DeclarationFault[] => {
      const same = rowsOf(other[kind]).find(
        one => one.name === name && one.seconds !== undefined && one.seconds !== seconds,
      )
      return same && seconds !== undefined
        ? [
            [
              `${service.name}.${kind}["${name}"].seconds`,
              seconds,
              `${same.seconds}, the lifetime that ${other.name} declares`,
              'Visitors read both.',
            ],
          ]
        : []
    }),
  )

const rowsOf = (rows: Declared<Words>['cookies'] = []): readonly Stored<Words>[] =>
  rows.filter(row => typeof row === 'object')
