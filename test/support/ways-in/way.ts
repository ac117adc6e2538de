/** Makes a request for an address in one particular way. Runs in the page. */
export type Way = (address: string) => unknown

/**
 * Returns a way for each part of a table. A test sends a way to the page as source code, which
 * cannot use variables of the test, so each way contains the source code of its part.
 *
 * @param parts Functions, or values that JSON can hold.
 * @param way The function that each way calls with the address and the part.
 */
export const waysOf = <Part>(
  parts: Readonly<Record<string, Part>>,
  titleOf: (name: string) => string,
  way: (address: string, part: Part) => unknown,
): Readonly<Record<string, Way>> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      const text = typeof part === 'function' ? part : JSON.stringify(part)
      return [titleOf(name), new Function('address', `return (${way})(address, ${text})`) as Way]
    }),
  )
