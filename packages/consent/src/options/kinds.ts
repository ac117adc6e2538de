import { quietly } from '../shared/errors.ts'

// Checks of values that a regular expression cannot check. Only development builds run these
// checks.

/** A depth that no valid text reaches. One of the deepest is `en.guide.steps.rows.chrome[0]`. */
const DEEPEST = 7

/** Says whether a value is valid. */
export type Kind = (value: unknown) => boolean

export const isText = (value: unknown): value is string => typeof value === 'string'

export const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

export const isFunction = (value: unknown): boolean => typeof value === 'function'

/** Says whether a value is an object, and not an array. */
export const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Says whether every value of an object or array passes a check. */
export const isEach = (values: object, is: (value: unknown) => boolean): boolean =>
  Object.values(values).every(is)

/** Says whether a value is an array in which every item passes a check. */
export const isList = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && isEach(value, is)

/**
 * Says whether a value consists of strings, `undefined`, arrays and objects. Returns `false` for a
 * circular object, which is deeper than `DEEPEST`.
 */
export const areWords = (value: unknown, depth = 0): boolean =>
  value === undefined ||
  isText(value) ||
  (typeof value === 'object' &&
    value !== null &&
    depth < DEEPEST &&
    isEach(value, inner => areWords(inner, depth + 1)))

/** Says whether a string is a language tag that `Intl` accepts. */
export const isLanguage = (tag: string): boolean =>
  !!quietly(() => Intl.getCanonicalLocales(tag)[0])
