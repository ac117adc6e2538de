interface Page {
  readonly TrustedScriptURL?: new () => object
}

/**
 * Reads an address among the arguments of a built-in, once: its text takes its place, so that the
 * original gets what was checked. An object may give another text each time. A TrustedScriptURL
 * stays the object, without which a page that enforces Trusted Types would refuse the text.
 *
 * @param at Index of the address.
 * @returns Its text; empty where there is no such argument.
 * @throws What the address's own `toString` throws, as the original would.
 */
export const readAddress = (args: readonly unknown[], at = 0): string => {
  if (!(at in args)) return ''
  const text = `${args[at]}`
  const { TrustedScriptURL } = window as Page
  if (!(TrustedScriptURL && args[at] instanceof TrustedScriptURL)) (args as unknown[])[at] = text
  return text
}
