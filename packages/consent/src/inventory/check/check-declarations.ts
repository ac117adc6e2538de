import { type Fault, type OnTexts, validate } from '../../options/validate.ts'
import { IS_TAG } from '../../shared/build.ts'
import { ownProperty } from '../../shared/own-properties.ts'
import { textIn } from '../../shared/text-in.ts'
import { type Declared, type Recipient, type Stored, TEXTS_ID, type Words } from '../declaration.ts'
import { ENTRIES } from '../entries.ts'
import { factsForm, serviceForms } from './declaration-forms.ts'

/**
 * Finds the mistakes in services as the site has written them, so of any type, but not in a preset
 * whose file is missing. All words but those that a function loads need a text in each of
 * `languages`, and in each language that other words have.
 */
export const checkDeclarations = (
  given: readonly Declared[],
  languages: readonly string[] = [],
): readonly Fault[] => {
  const services = given
    .map(one => (typeof one === 'object' && one ? one : ({} as typeof one)))
    // Another warning names a preset whose file is missing.
    .filter(({ preset, entry }) => !preset || entry)
  const found: Parameters<OnTexts>[] = []
  const faults = services.flatMap((_, at) => faultsOf(services, at, (...one) => found.push(one)))
  const keys = [...languages, ...found.flatMap(([, texts]) => Object.keys(texts))]
  const needed = [...new Set(keys)].filter(language => language !== TEXTS_ID)
  return [
    ...faults,
    ...(needed.some(language => /^ja\b/.test(language)) ? services.flatMap(purposeFaults) : []),
    ...found.flatMap(([path, texts]) =>
      needed
        .filter(language => !textIn(texts, language))
        .map((language): Fault => [`${path}.${language}`, texts[language], 'text']),
    ),
  ]
}

/** Says whether we know the service: by its name, as Google's, or as a preset. */
export const isKnown = ({ name, entry }: Declared): boolean =>
  !!(ownProperty(ENTRIES, name) ?? entry)

/** Says whether a service is a tag of Google, of which a page may start two; not a declaration. */
const isTag = (service: Declared) => !service.entry && isKnown(service) && 'isInvalid' in service

/** Finds the mistakes in one declaration, also against the services before it. */
const faultsOf = (
  services: readonly Declared[],
  at: number,
  onTexts: OnTexts,
): readonly Fault[] => {
  const service = services[at] as Declared
  const { name, category, necessary, facts } = service
  const path = name || `services[${at}]`
  const before = services.slice(0, at)
  const stated = isKnown(service) ? [] : ['recipients', 'retention']
  const needs = ['name', ...stated, 'necessary|category']
  const isTwice = before.some(other => other.name === name && !(isTag(other) && isTag(service)))
  const faults =
    isKnown(service) && facts
      ? validate(IS_TAG ? path : `${path}.facts`, facts, 'facts', factsForm(), onTexts)
      : validate(path, service, 'service', { has: serviceForms(), needs }, onTexts)
  return [
    ...faults,
    ...(category && necessary ? [[`${path}.category`, category, 'category'] as const] : []),
    ...(name && isTwice
      ? [[`${path}.name`, name, isKnown(service) ? 'known' : 'twice'] as const]
      : []),
    ...before.flatMap(other => (other.name !== name ? conflicts(service, other) : [])),
  ]
}

/**
 * Finds the missing purpose of a recipient, for which the Japanese law asks.
 *
 * @see https://laws.e-gov.go.jp/law/359AC0000000086 Article 27-12
 */
const purposeFaults = (service: Declared): readonly Fault[] => {
  const { name, category, recipients, purposes } = service
  const isMissing = [recipients]
    .flat()
    .some(one => Object(one) === one && !(one as Recipient).purpose)
  return name && category && !isKnown(service) && isMissing && !purposes?.recipient
    ? [[`${name}.purposes.recipient`, undefined, 'recipient']]
    : []
}

/** Finds the cookies and keys that two services declare with different lifetimes. */
const conflicts = (service: Declared, other: Declared): readonly Fault[] =>
  (['cookies', 'storage'] as const).flatMap(kind =>
    declaredRows(service[kind]).flatMap(({ name, seconds }): readonly Fault[] => {
      const same = declaredRows(other[kind]).find(
        one => one.name === name && one.seconds !== undefined && one.seconds !== seconds,
      )
      const path = `${service.name}.${kind}["${name}"].seconds`
      return same && seconds !== undefined
        ? [[path, seconds, 'lifetime', same.seconds, other.name]]
        : []
    }),
  )

/** Returns the objects in a list of cookies or keys. Leaves out plain names, and other values. */
const declaredRows = (rows: Declared['cookies'] = []): readonly Stored<Words>[] =>
  [rows].flat().filter((row): row is Stored<Words> => typeof row === 'object' && row !== null)
