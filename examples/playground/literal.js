// Writes values as JavaScript code, in the style of the documents: single quotes, two spaces, lines
// of at most 100 characters.

const CODE = Symbol('code')
const CALL = Symbol('call')

/** @typedef {{ [CODE]?: string, [CALL]?: string, value?: unknown, argument?: object }} Marked */

/** The longest line, in characters. */
const WIDTH = 100

/** Returns a value that is written as the given code. `value` is what the code means. */
export const code = (/** @type {string} */ text, /** @type {unknown} */ value) => ({
  [CODE]: text,
  value,
})

/** Returns a value that is written as a call of a function with one argument. */
export const call = (/** @type {string} */ name, /** @type {object} */ argument) => ({
  [CALL]: name,
  argument,
})

/** Invisible characters, and characters that change the order of the visible ones. */
export const UNSEEN = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Returns a text in quotes. The result ends no script element, and has no invisible character. */
const quoted = (/** @type {string} */ text) => {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  const shown = inner.replace(
    UNSEEN,
    one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `'${shown.replace(/<(?=[!/]|script)/gi, '\\x3c')}'`
}

const named = (/** @type {string} */ key) => (/^[a-z_$][\w$]*$/i.test(key) ? key : quoted(key))

/**
 * Writes a value as code, without properties that are `undefined`. `indent` are the spaces before
 * the line that the code begins on, `before` the number of characters before the code on its line.
 *
 * @param {unknown} value
 * @returns {string}
 */
export const literal = (value, indent = '', before = indent.length) => {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return `${value}`
  const { [CODE]: text, [CALL]: name, argument } = /** @type {Marked} */ (value)
  if (text !== undefined) return text
  if (name !== undefined) return `${name}(${literal(argument, indent, before + name.length + 1)})`
  const isList = Array.isArray(value)
  const [open, close, space] = isList ? ['[', ']', ''] : ['{', '}', ' ']
  const deeper = `${indent}  `
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => {
      const label = isList ? '' : `${named(key)}: `
      return label + literal(part, deeper, deeper.length + label.length)
    })
  if (parts.length === 0) return open + close
  const line = `${open}${space}${parts.join(', ')}${space}${close}`
  if (!line.includes('\n') && before + line.length < WIDTH) return line
  return [open, ...parts.map(part => `${deeper}${part},`), indent + close].join('\n')
}

/**
 * Returns the value that the code of a value has when the code runs. The code may call `functions`.
 *
 * @param {unknown} value @param {Readonly<Record<string, unknown>>} functions
 * @returns {unknown}
 */
export const evaluate = (value, functions) => {
  if (typeof value !== 'object' || value === null) return value
  const marked = /** @type {Marked} */ (value)
  if (marked[CODE] !== undefined) return marked.value
  if (marked[CALL] !== undefined) {
    const run = /** @type {(argument: unknown) => unknown} */ (functions[marked[CALL]])
    return run(evaluate(marked.argument, functions))
  }
  if (Array.isArray(value)) return value.map(item => evaluate(item, functions))
  const entries = Object.entries(value).map(([key, part]) => [key, evaluate(part, functions)])
  return Object.fromEntries(entries)
}
