import { own } from '../shared/own.ts'
import { say } from '../shared/say.ts'
import type { Stored, Texts, Words } from './declaration.ts'
import { type Form, isFilled, serviceForms } from './declaration-forms.ts'
import { ENTRIES } from './entries.ts'
import type { Declared } from './resolve.ts'

/** A mistake in a declaration. `faultValues` has the sentences. */
export type DeclarationFault = readonly [
  /** The path of the value, such as `Chat.retention`. */
  path: string,
  value: unknown,
  /** The name of the property, or another name of a row in the table of sentences. */
  about: string,
  /** What the sentence names besides: the known properties, or the other service. */
  ...more: readonly unknown[],
]

/** The function that is called with each table of texts in a declaration, and its path. */
type OnTexts = (path: string, texts: Texts) => void

/**
 * Finds the mistakes in declarations.
 *
 * @param services The services as the site has written them, so any value may be invalid.
 * @param languages Languages that all words need to have, besides each language that any words
 *   have. @default no further languages
 */
export const checkDeclarations = (
  services: readonly Declared<Words>[],
  languages: readonly string[] = [],
): readonly DeclarationFault[] => {
  const found: Parameters<OnTexts>[] = []
  const faults = services.flatMap((service, at) =>
    faultsOf(service, services.slice(0, at), (...one) => found.push(one)),
  )
  const needed = new Set([...languages, ...found.flatMap(([, texts]) => Object.keys(texts))])
  return [
    ...faults,
    ...found.flatMap(([path, texts]) =>
      [...needed]
        .filter(language => !isFilled(say(texts, language)))
        .map((language): DeclarationFault => [`${path}.${language}`, texts[language], 'text']),
    ),
  ]
}

/** Finds the mistakes in a declaration, also against the services before it. */
const faultsOf = (
  service: Declared<Words>,
  before: readonly Declared<Words>[],
  onTexts: OnTexts,
): readonly DeclarationFault[] => {
  const { name, category, necessary, recipients, retention } = service
  const path = name || `services[${before.length}]`
  // A service of Google may leave out recipients and retention, since our entry has them. A site may
  // declare such a service again, to add facts to our entry.
  const isKnown = !!own(ENTRIES, name)
  const faults = [
    !name && 'name',
    !(isKnown || recipients) && 'recipients',
    !(isKnown || retention) && 'retention',
    !(category || necessary) && 'necessary',
    category && necessary && 'category',
  ].flatMap((key): DeclarationFault[] =>
    key ? [[`${path}.${key}`, service[key as 'name'], key]] : [],
  )
  return [
    ...faults,
    ...faultsAt(path, service, '', { has: serviceForms() }, onTexts),
    ...before.flatMap(other => [
      ...(!isKnown && other.name === name ? [[`${path}.name`, name, 'twice'] as const] : []),
      ...conflicts(service, other),
    ]),
  ]
}

/**
 * Finds the mistakes in a value and in all that it contains.
 *
 * @param about The name of the property that has the value.
 */
const faultsAt = (
  path: string,
  value: unknown,
  about: string,
  form: Form,
  onTexts: OnTexts,
): readonly DeclarationFault[] => {
  const { is, has, needs = [], list, isWords } = form
  if (list && Array.isArray(value)) {
    const item = { ...form, list: undefined }
    return value.flatMap((one, at) => faultsAt(`${path}[${at}]`, one, about, item, onTexts))
  }
  const table =
    list !== 'must' && typeof value === 'object' && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>> | null)
      : undefined
  if (table && isWords) {
    onTexts(path, table as Texts)
    return []
  }
  if (!table || !has) return list !== 'must' && is?.(value) ? [] : [[path, value, about]]
  const [missing] = needs.some(key => table[key] !== undefined) ? [] : needs
  return [
    ...(missing ? [[`${path}.${missing}`, undefined, missing] as const] : []),
    ...Object.entries(table).flatMap(([key, inner]): readonly DeclarationFault[] => {
      const known = own(has, key)
      if (!known) return [[`${path}.${key}`, inner, 'unknown', Object.keys(has)]]
      return inner === undefined ? [] : faultsAt(`${path}.${key}`, inner, key, known, onTexts)
    }),
  ]
}

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
              'lifetime',
              same.seconds,
              other.name,
            ],
          ]
        : []
    }),
  )

/** Returns the rows of a list of cookies or keys; none of a value that is no list. */
const rowsOf = (rows: Declared<Words>['cookies'] = []): readonly Stored<Words>[] =>
  [rows].flat().filter((row): row is Stored<Words> => typeof row === 'object' && row !== null)
