interface Page {
  readonly TrustedScriptURL?: new () => object
}

/**
 * Reads a text, such as an address, among the arguments of a built-in, and replaces the argument by
 * the text that was read. The argument is replaced, because an object could return one text here and
 * another to the built-in. A TrustedScriptURL stays, since a page that enforces Trusted Types would
 * reject a text. Never throws: if the argument has no text, the built-in throws or rejects.
 *
 * @param args The arguments, or an object with properties.
 * @param at Index or name of the text.
 * @returns The text; empty if there is no such argument, or if the argument has no text.
 */
export const readText = (args: object, at: string | number = 0): string => {
  const values = args as Record<string | number, unknown>
  const value = values[at]
  const { TrustedScriptURL } = window as Page
  if (!(at in args) || typeof value === 'symbol') return ''
  try {
    const text = `${value}`
    if (!(TrustedScriptURL && value instanceof TrustedScriptURL)) values[at] = text
    return text
  } catch (error) {
    // The built-in throws or rejects with the same error, and the page's code runs only once.
    values[at] = {
      toString: () => {
        throw error
      },
    }
    return ''
  }
}
