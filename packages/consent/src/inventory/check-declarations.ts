import { ADDRESS_PATTERN } from '../shared/address-pattern.ts'
import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import type { Declared } from './complete.ts'
import type { Stored, Words } from './declaration.ts'
import { ENTRIES } from './entries.ts'

/** A mistake in a declaration. */
export interface DeclarationFault {
  /** The path of the value, such as `Chat.retention`. */
  readonly path: string
  readonly value: unknown
  /** What was expected, to stand after "Expected". */
  readonly expected: string
}

/** The properties of a declaration whose values are words, at any depth. */
const SAID = /^(words|site|recipient|until|afterwards|when|how|purpose|necessary)$/

/**
 * Finds the mistakes in the declarations of a site. In development each of them is an error; on a
 * visitor's page what is wrong is "Not stated".
 *
 * @param languages Languages that all words need to have. @default those that any words have
 */
export const checkDeclarations = (
  services: readonly Declared<Words>[],
  languages: readonly string[] = [],
): readonly DeclarationFault[] => {
  const said = services.flatMap(service => wordsIn(service, service.name))
  const needed = new Set([...languages, ...said.flatMap(({ words }) => Object.keys(words))])
  return [
    ...services.flatMap(faultsOf),
    ...said.flatMap(({ path, words }) =>
      [...needed]
        .filter(language => !say(words, language))
        .map(language => faultAt(`${path}.${language}`, own(words, language), 'a text')),
    ),
    ...services.flatMap((service, at) =>
      services.slice(0, at).flatMap(other => conflicts(service, other)),
    ),
  ]
}

/**
 * Checks the declarations of a site, in development.
 *
 * @throws TypeError with a line for each mistake.
 */
export const checkDeclared = (services: readonly Declared<Words>[]): void => {
  const faults = checkDeclarations(services).map(faultText)
  if (faults[0]) throw new TypeError(`[SpaceONE Consent] ${faults.join('\n')}`)
}

/** Returns the sentences about a mistake. */
export const faultText = ({ path, value, expected }: DeclarationFault): string =>
  `${path} is ${JSON.stringify(value)}. Expected ${expected}.`

const faultAt = (path: string, value: unknown, expected: string): DeclarationFault => ({
  path,
  value,
  expected,
})

const faultsOf = (service: Declared<Words>): readonly DeclarationFault[] => {
  const { name, recipients, retention, category, necessary, match = [] } = service
  const list = typeof recipients === 'object' ? [recipients].flat() : []
  const known = own(ENTRIES, name)
  const seconds = typeof retention === 'object' ? retention.seconds : undefined
  return [
    ...(recipients === undefined && !known
      ? [faultAt(`${name}.recipients`, recipients, 'one or several companies, or "not-stated"')]
      : []),
    ...list.flatMap(({ company, country = 'US' }, at) => [
      ...(company ? [] : [faultAt(`${name}.recipients[${at}].company`, company, 'a name')]),
      ...(/^[A-Z]{2}$/.test(country)
        ? []
        : [faultAt(`${name}.recipients[${at}].country`, country, 'two letters of ISO 3166-1')]),
    ]),
    ...(retention === undefined && !known
      ? [faultAt(`${name}.retention`, retention, '{ seconds }, { until } or "not-stated"')]
      : []),
    ...(seconds === undefined || seconds >= 0
      ? []
      : [faultAt(`${name}.retention.seconds`, seconds, 'a number of seconds')]),
    ...match.flatMap((host, at) =>
      ADDRESS_PATTERN.test(host)
        ? []
        : [faultAt(`${name}.match[${at}]`, host, 'a host such as "chat.example" or an address')],
    ),
    ...(category === undefined && necessary === undefined
      ? [faultAt(`${name}.necessary`, necessary, 'a category, or the reason why it is necessary')]
      : []),
  ]
}

/** Returns each table of texts below a value. Words that are functions are not called. */
const wordsIn = (
  value: unknown,
  path: string,
): readonly { readonly path: string; readonly words: Readonly<Record<string, string>> }[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`
        return SAID.test(key) && typeof inner === 'object' && inner
          ? [{ path: at, words: inner }]
          : wordsIn(inner, at)
      })

/** Finds the cookies and keys that two services declare with other lifetimes. */
const conflicts = (service: Declared<Words>, other: Declared<Words>): readonly DeclarationFault[] =>
  (['cookies', 'storage'] as const).flatMap(kind =>
    rowsOf(service[kind]).flatMap(({ name, seconds }) => {
      const same = rowsOf(other[kind]).find(
        one => one.name === name && one.seconds !== undefined && one.seconds !== seconds,
      )
      return same && seconds !== undefined
        ? [
            faultAt(
              `${service.name}.${kind}["${name}"].seconds`,
              seconds,
              `${same.seconds}, the lifetime that ${other.name} declares`,
            ),
          ]
        : []
    }),
  )

const rowsOf = (rows: Declared<Words>['cookies'] = []): readonly Stored<Words>[] =>
  rows.filter(row => typeof row === 'object')
