/** Makes a request for an address in one particular way. Runs in the page. */
export type Way = (address: string) => unknown

/** Returns a way for each part, with the part's source code: ways are sent to the page as text. */
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
