import { isTable, isText, type Kind } from './kinds.ts'

/**
 * The valid form of an option: a pattern that the string must match, a check that the value must
 * pass, or both. With both, every string inside the value must match the pattern; with `hasRows`,
 * an object in the place of a string has the string as its `name`.
 */
export type ValidForm =
  | RegExp
  | Kind
  | { readonly kind: Kind; readonly each: RegExp; readonly hasRows?: boolean }

/**
 * Returns a list of the invalid parts of a value: the value itself, or the invalid items inside it.
 */
export const invalidIn = (value: unknown, form: ValidForm): readonly unknown[] => {
  if (!('each' in form)) return hasForm(value, form) ? [] : [value]
  if (!form.kind(value)) return [value]
  const texts = isText(value) ? [value] : Object.values(value as object)
  // A property of an object may be `undefined`, an item of an array may not.
  const is = Array.isArray(value) ? hasForm : hasFormIfDefined
  return texts.filter(
    text => !is(form.hasRows && isTable(text) ? Reflect.get(text, 'name') : text, form.each),
  )
}

/** Says whether a value passes a check, or is a string that matches a pattern. */
export const hasForm = (value: unknown, form: RegExp | Kind): boolean =>
  typeof form === 'function' ? form(value) : isText(value) && form.test(value)

/** Says whether a value is `undefined`, passes a check, or is a string that matches a pattern. */
export const hasFormIfDefined = (value: unknown, form: RegExp | Kind): boolean =>
  value === undefined || hasForm(value, form)
