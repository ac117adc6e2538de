/** Makes a request for an address in one particular way. Runs in the page. */
export type Way = (address: string) => unknown

/**
 * Returns a way for each part of a table. A page gets the text of a way, so the text of each part
 * is written into its way.
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
