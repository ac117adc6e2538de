interface Page {
  readonly TrustedScriptURL?: new () => object
}

/**
 * Reads an address among the arguments of a built-in, and replaces the argument by the text that
 * was read. The argument is replaced, because an object could return one text here and another to
 * the built-in. A TrustedScriptURL stays, since a page that enforces Trusted Types would reject a
 * text.
 *
 * @param at Index of the address.
 * @returns The text; empty if there is no such argument.
 * @throws The error of the address's own `toString`, as the built-in would throw it.
 */
export const readAddress = (args: readonly unknown[], at = 0): string => {
  if (!(at in args)) return ''
  const text = `${args[at]}`
  const { TrustedScriptURL } = window as Page
  if (!(TrustedScriptURL && args[at] instanceof TrustedScriptURL)) (args as unknown[])[at] = text
  return text
}
