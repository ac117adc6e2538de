import { ownProperty } from '../shared/own-properties.ts'

/** What is valid as a value. */
export interface Form {
  /**
   * A pattern of a text, or a check of a value that is no object for `has` or `each` and no list
   * for `list`. @default no such value is valid
   */
  readonly is?: RegExp | ((value: unknown) => unknown) | undefined
  /** The forms of the properties of an object. @default `each` or `is` says what is valid */
  readonly has?: Forms
  /**
   * The properties that an object needs, such as `name`. Of `seconds|until` an object needs one.
   * @default it may be empty
   */
  readonly needs?: readonly string[]
  /** The form of every property of an object, whatever its name. @default see `has` */
  readonly each?: Form
  /** Whether the object has texts by language, see `OnTexts`. */
  readonly isWords?: true
  /** The form of each value in a list. @default `is` says what is valid */
  readonly list?: Form
}

/** The forms of the properties of an object. */
type Forms = Readonly<Record<string, Form>>

/** A mistake in a value. */
export type Fault = readonly [
  path: string,
  value: unknown,
  /** The name of the property; `unknown` if no form has the property. */
  about: string,
  /** The names of the known properties, or `true` for words. */
  ...more: readonly unknown[],
]

/** Is called with each object of texts by language in a value, and its path. */
export type OnTexts = (path: string, texts: Readonly<Record<string, string>>) => void

/** Says whether a value is an object, and not an array. */
export const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Finds the mistakes in the value of the property `about`, and in all that it contains. A known
 * property that is `undefined` counts as missing.
 */
export const validate = (
  path: string,
  value: unknown,
  about: string,
  form: Form,
  onTexts?: OnTexts,
): readonly Fault[] => {
  const { is, has, needs = [], each, isWords, list } = form
  if (list && Array.isArray(value))
    return value.flatMap((one, at) => validate(`${path}[${at}]`, one, about, list, onTexts))
  if (!isTable(value) || !(has || each)) {
    const isValid =
      typeof is === 'function' ? is(value) : typeof value === 'string' && is?.test(value)
    return isValid ? [] : [[path, value, about, isWords]]
  }
  if (isWords) onTexts?.(path, value as Parameters<OnTexts>[1])
  return [
    ...needs
      .map(keys => keys.split('|'))
      .filter(keys => keys.every(key => value[key] === undefined))
      .map(([key = '']): Fault => [`${path}.${key}`, undefined, key]),
    ...Object.entries(value).flatMap(([key, inner]): readonly Fault[] => {
      const known = each ?? ownProperty(has as Forms, key)
      if (!known) return [[`${path}.${key}`, inner, 'unknown', Object.keys(has as Forms)]]
      return inner === undefined ? [] : validate(`${path}.${key}`, inner, key, known, onTexts)
    }),
  ]
}
