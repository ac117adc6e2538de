interface Page {
  readonly TrustedScriptURL?: new () => object
}

/**
 * Reads an address among the arguments of a built-in, once, and replaces the argument by its text:
 * an object could return another text to the original. A TrustedScriptURL stays, since a page that
 * enforces Trusted Types would reject the text.
 *
 * @param at Index of the address.
 * @returns The text; empty if there is no such argument.
 * @throws The error of the address's own `toString`, as the original would.
 */
export const readAddress = (args: readonly unknown[], at = 0): string => {
  if (!(at in args)) return ''
  const text = `${args[at]}`
  const { TrustedScriptURL } = window as Page
  if (!(TrustedScriptURL && args[at] instanceof TrustedScriptURL)) (args as unknown[])[at] = text
  return text
}
