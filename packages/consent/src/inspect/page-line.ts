/** A line of the page's code. */
export interface PageLine {
  /** Address, line and column, such as `https://a.test/app.js:12:5`. */
  readonly where: string
  /** The name of the function, empty if it has none. */
  readonly within: string
}

/** Matches an address with line and column, in the stacks of all engines. */
const PLACE = /[\w-]+:\/\/[^\s()]+:\d+:\d+/

/**
 * Returns the place and the function of the first line of a stack that is not in a file of the SDK;
 * `undefined` if there is none.
 *
 * @param folder The folder of the SDK's files; empty if a bundler has joined the SDK with the
 *   page's code. Then no line is left out: the ledger has cut the lines of the interceptors.
 */
export const pageLine = (stack: string | undefined, folder: string): PageLine | undefined => {
  for (const line of stack?.split('\n') ?? []) {
    const [where] = PLACE.exec(line) ?? []
    if (!where || (folder && where.startsWith(folder))) continue
    const within = line
      .slice(0, line.indexOf(where))
      .replace(/^\s*at (async )?|[@(\s]+$/g, '')
      .trim()
    return { where, within }
  }
  return undefined
}
