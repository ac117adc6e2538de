import { isText, type Kind } from './kinds.ts'

/**
 * The valid form of an option: a pattern for a string, a check, or both: a check of the value and a
 * pattern for each string in it.
 */
export type ValidForm = RegExp | Kind | { readonly kind: Kind; readonly each: RegExp }

/** Returns the invalid parts of a value: the value itself, some of its strings, or none. */
export const invalidIn = (value: unknown, form: ValidForm): readonly unknown[] => {
  if (!('each' in form)) return hasForm(value, form) ? [] : [value]
  if (!form.kind(value)) return [value]
  const texts = isText(value) ? [value] : Object.values(value as object)
  // An object may have undefined properties, an array no undefined items.
  const is = Array.isArray(value) ? hasForm : hasFormIfDefined
  return texts.filter(text => !is(text, form.each))
}

/** Says whether a value passes a check, or is a string that matches a pattern. */
export const hasForm = (value: unknown, form: RegExp | Kind): boolean =>
  typeof form === 'function' ? form(value) : isText(value) && form.test(value)

/** Says whether a value is `undefined` or has a form. */
export const hasFormIfDefined = (value: unknown, form: RegExp | Kind): boolean =>
  value === undefined || hasForm(value, form)
